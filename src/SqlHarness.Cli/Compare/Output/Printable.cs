using System.Globalization;
using System.Text;

namespace SqlHarness.Cli.Compare;

/// <summary>Text that does nothing but stand there: what moves a cursor, turns the direction of writing, is not seen or is no character at all is written as its code, <c>\u001b</c>.</summary>
static class Printable
{
    /// <summary>Without what is not printable.</summary>
    public static string Of(string text) => Escaped(text, IsPrintable);

    /// <summary>In ASCII alone, so that texts that look alike can be told apart.</summary>
    public static string Spelled(string text) => Escaped(text, rune => rune.Value is >= 0x20 and < 0x7F);

    static string Escaped(string text, Func<Rune, bool> isKept)
    {
        // Almost all texts are.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            // Half of a surrogate pair is no rune.
            var isRune = Rune.TryGetRuneAt(text, i, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && isKept(rune))
                result.Append(text, i, length);
            else
                result.Append(Code(isRune ? rune.Value : text[i]));
            i += length;
        }

        return result.ToString();
    }

    static string Code(int value) => value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < 0x10000 => "\\u" + value.ToString("x4", CultureInfo.InvariantCulture),
        _ => "\\U" + value.ToString("x8", CultureInfo.InvariantCulture),
    };

    static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        // Emoji are joined by one of these, Persian words parted by another, and flags are made of those beyond U+E0000.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D or > 0xE0000,
        _ => rune.Value is not (0xFFFE or 0xFFFF),
    };
}
