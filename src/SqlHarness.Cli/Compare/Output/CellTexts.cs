using System.Globalization;
using System.Text;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Cells as text for people.</summary>
static class CellTexts
{
    /// <summary>A cell. Times show microseconds only if they have some.</summary>
    public static string Of(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateTime => CellText.OfColumn([value])[0],
        _ => Printable.Of(CellText.Of(value)),
    };

    /// <summary>Two cells that differ. Texts that look alike are spelled out, and of long ones the part is shown where they begin to differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="most">How many characters of each are shown.</param>
    public static (string Left, string Right) Pair(object? left, object? right, int most)
    {
        var (one, other) = (left, right) switch
        {
            (string l, string r) when LookAlike(l, r) => ($"'{Printable.Spelled(l)}'", $"'{Printable.Spelled(r)}'"),
            (DateTime, DateTime) when CellText.OfColumn([left, right]) is [var l, var r] => (l, r),
            _ => (Of(left), Of(right)),
        };
        if (Math.Max(one.Length, other.Length) <= most)
            return (one, other);
        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = same > most / 2 ? Start(one, same - most / 4) : 0;
        return (Cut(one, from, most), Cut(other, from, most));
    }

    /// <summary>The beginning of a text.</summary>
    public static string Cut(string text, int most) => Cut(text, 0, most);

    static string Cut(string text, int from, int most) =>
        (from == 0 ? "" : "…") + (text.Length - from <= most ? text[Math.Min(from, text.Length)..] : string.Concat(text.AsSpan(from, Start(text, from + most) - from), "…"));

    // No surrogate pair is cut in two.
    static int Start(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    static bool LookAlike(string left, string right) => left != right && (left + right).AsSpan().ContainsAnyExceptInRange('!', '~') && Seen(left) == Seen(right);

    // What the eye sees of it: every space and line break is one, an accent is the same in one code point or two, and what has no width is nothing.
    static string Seen(string text)
    {
        var seen = string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Format)
            .Select(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.SpaceSeparator ? " " : r.ToString()));
        return seen.Normalize();
    }
}
