using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>The tokens of one comparison's masked values.</summary>
sealed class MaskedValues
{
    readonly Dictionary<IReadOnlyList<object?>, MaskedValue> _known = new(RowEquality.Instance);

    /// <summary>A value's token; NULL is itself.</summary>
    public object? Of(object? value)
    {
        if (value is null or MaskedValue)
            return value;
        IReadOnlyList<object?> key = [value];
        if (!_known.TryGetValue(key, out var token))
            _known[key] = token = new(_known.Count + 1);
        return token;
    }

    /// <summary>Whether a sentence seems to say one of the values. A short value may stand in it by chance; that a sentence is not shown then does no harm.</summary>
    public bool AreIn(string sentence) => _known.Keys.SelectMany(key => Texts(key[0]!)).Any(text => IsIn(sentence, text));

    static IEnumerable<string> Texts(object value) =>
        value is string text ? [text.Trim()] : value is DateTime time ? [CellTexts.Of(value), CellText.OfColumn([value])[0], CellTexts.Of(DateOnly.FromDateTime(time))] : [CellTexts.Of(value)];

    /// <summary>Whether a sentence holds a text that is not a part of a longer word.</summary>
    public static bool IsIn(string sentence, string text)
    {
        if (text.Length == 0)
            return false;
        for (var at = sentence.IndexOf(text, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(text, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + text.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end])))
                return true;
        }

        return false;
    }
}
