using System.Globalization;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>
/// Values as a file of counterexamples spells them, exactly and the same under every culture: NULL bare, texts in quotes, decimals with their scale,
/// floating-point numbers by their shortest text, times in UTC to the tick, enums by name, bytes in hexadecimal.
/// </summary>
static class CellLiteral
{
    const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A value's text.</summary>
    /// <exception cref="NotSupportedException">Files have no text for such values.</exception>
    public static string Of(object? value) => value switch
    {
        null => "NULL",
        string text => QuotedText.Of(text),
        char letter => QuotedText.Of(letter.ToString()),
        bool truth => truth ? "true" : "false",
        Enum name => name.ToString(),
        DateTime { Kind: DateTimeKind.Local } => throw new NotSupportedException("A stored time is in UTC, but this one is local."),
        DateTime time => time.ToString(TimeFormat, Invariant),
        DateTimeOffset time => time.ToString(TimeFormat + "zzz", Invariant),
        DateOnly date => date.ToString("yyyy-MM-dd", Invariant),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", Invariant),
        TimeSpan span => span.ToString("c", Invariant),
        Guid id => id.ToString("D"),
        byte[] bytes => "0x" + Convert.ToHexString(bytes),
        double or float => ((IFormattable)value).ToString("R", Invariant),
        decimal or sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, Invariant),
        _ => throw new NotSupportedException($"A stored counterexample has no text for values of type {value.GetType().Name}."),
    };

    /// <summary>The value that a text stands for in a column.</summary>
    /// <exception cref="FormatException">It stands for none; the message says what the column takes, without saying where.</exception>
    public static object? Read(string text, InputColumn column)
    {
        if (text == "NULL")
            return column.IsNullable ? null : throw new FormatException("the column takes no NULL");
        try
        {
            return Value(text, column.Type);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException($"{text} is no {Kind(column.Type)}", e);
        }
    }

    static object Value(string text, Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => EnumValue(text, type),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.ParseExact(text, TimeFormat + "zzz", Invariant),
        _ when type == typeof(DateOnly) => DateOnly.ParseExact(text, "yyyy-MM-dd", Invariant),
        _ when type == typeof(TimeOnly) => TimeOnly.ParseExact(text, "HH:mm:ss.FFFFFFF", Invariant),
        _ when type == typeof(TimeSpan) => TimeSpan.ParseExact(text, "c", Invariant),
        _ when type == typeof(Guid) => Guid.ParseExact(text, "D"),
        _ when type == typeof(byte[]) => text.StartsWith("0x", StringComparison.Ordinal) ? Convert.FromHexString(text.AsSpan(2)) : throw new FormatException(),
        TypeCode.String => QuotedText.Read(text),
        TypeCode.Char => char.Parse(QuotedText.Read(text)),
        TypeCode.Boolean => text switch { "true" => true, "false" => false, _ => throw new FormatException() },
        TypeCode.DateTime => DateTime.ParseExact(text, TimeFormat, Invariant, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        TypeCode.Decimal => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant),
        TypeCode.Double => Finite(double.Parse(text, NumberStyles.Float, Invariant), text),
        TypeCode.Single => (float)Finite(float.Parse(text, NumberStyles.Float, Invariant), text),
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 =>
            Convert.ChangeType(long.Parse(text, NumberStyles.AllowLeadingSign, Invariant), type, Invariant),
        TypeCode.UInt64 => ulong.Parse(text, NumberStyles.None, Invariant),
        _ => throw new FormatException(),
    };

    // What is too large for a number is read as infinite.
    static double Finite(double number, string text) =>
        double.IsInfinity(number) && !text.EndsWith("Infinity", StringComparison.Ordinal) ? throw new OverflowException() : number;

    // By number only where there is no name; else 1 and Paid would both be right.
    static object EnumValue(string text, Type type) =>
        Enum.Parse(type, text) is var value && value.ToString() == text ? value : throw new FormatException();

    static string Kind(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => $"{type.Name}: it is one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(byte[]) => "bytes, as 0x00FF",
        _ when type == typeof(DateTimeOffset) => "time with an offset, as 2025-01-31 09:00:00+00:00",
        _ when type == typeof(TimeSpan) => "duration, as 1.02:03:04.000005",
        TypeCode.String => @"text in quotes, as 'it\'s'",
        TypeCode.Char => "character in quotes, as 'a'",
        TypeCode.DateTime => "time in UTC, as 2025-01-31 09:00:00.000001",
        _ => DifferenceText.IsNumber(type) ? $"{type.Name} number" : type.Name,
    };
}
