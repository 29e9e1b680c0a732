using System.Globalization;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Values, counts and lengths of time as sentences say them.</summary>
static class Said
{
    const int LongestText = 60;

    static readonly (long Ticks, string Name)[] Units =
    [
        (TimeSpan.TicksPerDay, "day"), (TimeSpan.TicksPerHour, "hour"), (TimeSpan.TicksPerMinute, "minute"), (TimeSpan.TicksPerSecond, "second"),
        (TimeSpan.TicksPerMillisecond, "millisecond"), (TimeSpan.TicksPerMicrosecond, "microsecond"),
    ];

    /// <summary>A value of a column.</summary>
    public static string Value(ComparedAs compared, object? value) => value switch
    {
        null => "NULL",
        string text => Text(text),
        DateTime time when compared == ComparedAs.Date && time.TimeOfDay == TimeSpan.Zero => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime => CellText.OfColumn([value])[0],
        decimal number => Number(number),
        int or long when compared == ComparedAs.Truth => CellText.Of(Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0),
        _ => CellText.Of(value),
    };

    /// <summary>A decimal without trailing zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A count, its thousands apart.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>So many of what was looked at: <c>all 3 differences looked at</c>, <c>9,950 of the 10,000 differences looked at</c>.</summary>
    /// <param name="covered">How many.</param>
    /// <param name="lookedAt">Of how many.</param>
    /// <param name="what">Of what; a plural.</param>
    public static string Of(long covered, long lookedAt, string what) =>
        covered < lookedAt ? $"{Count(covered)} of the {Count(lookedAt)} {what} looked at" : lookedAt == 1 ? $"the one {what[..^1]} looked at" : lookedAt == 2 ? $"both {what} looked at" : $"all {Count(lookedAt)} {what} looked at";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Beginning(long covered, long lookedAt, string what) => Of(covered, lookedAt, what) is var said && char.IsAsciiLetter(said[0]) ? char.ToUpperInvariant(said[0]) + said[1..] : said;

    /// <summary>A length of time above zero: <c>one hour</c>, <c>7 days</c>, <c>2 hours and 30 minutes</c>.</summary>
    public static string Span(long ticks)
    {
        List<string> parts = [];
        foreach (var (unit, name) in Units)
        {
            if (ticks >= unit)
                parts.Add(Counted(ticks / unit, name));
            ticks %= unit;
        }

        return parts.Count == 0 ? "less than a microsecond" : parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
    }

    static string Counted(long count, string unit) => count == 1 ? $"one {unit}" : $"{Count(count)} {unit}s";

    // Text that a cell shows without quotes has them in a sentence.
    static string Text(string text)
    {
        if (text.Length > LongestText)
            text = text[..LongestText] + "…";
        var shown = CellText.Of(text);
        return shown != text && shown.StartsWith('\'') ? shown : $"'{shown}'";
    }
}
