using System.Globalization;

namespace SqlHarness.Tables;

/// <summary>Values as text for tables that people read, the same under every culture.</summary>
public static class CellText
{
    /// <summary>The values of one column. Times show microseconds only if one of them has some.</summary>
    public static IReadOnlyList<string> OfColumn(IReadOnlyList<object?> values)
    {
        var format = values.Any(v => v is DateTime t && t.Ticks % TimeSpan.TicksPerSecond != 0) ? "yyyy-MM-dd HH:mm:ss.ffffff" : "yyyy-MM-dd HH:mm:ss";
        return [.. values.Select(v => Of(v, format))];
    }

    /// <summary>One value; times with microseconds.</summary>
    public static string Of(object? value) => Of(value, "yyyy-MM-dd HH:mm:ss.ffffff");

    static string Of(object? value, string timeFormat) => value switch
    {
        null => "NULL",
        DateTime time => time.ToString(timeFormat, CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        TimeSpan span => WithoutLastZero(span.ToString("c", CultureInfo.InvariantCulture)),
        byte[] bytes => "0x" + Convert.ToHexString(bytes),
        // Text that reads like NULL, or like nothing, is quoted.
        string text when text is "NULL" || text.Trim() != text || text.Length == 0 => $"'{text}'",
        string text => text.ReplaceLineEndings("\\n"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A tick is finer than the contract's microsecond: its digit is shown only where it says something.
    static string WithoutLastZero(string span) => span.LastIndexOf('.') > span.LastIndexOf(':') && span.EndsWith('0') ? span[..^1] : span;
}
