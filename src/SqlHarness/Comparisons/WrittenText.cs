using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>
/// Text beside another type. No two engines read or write all texts alike, so the other side's values are written as its engine does, texts that are the same are equal, and what the others say is read here.
/// </summary>
static partial class WrittenText
{
    /// <summary>Whether one side is text, and the other one of a type that is read from texts. Whole numbers have one text, and are compared by that.</summary>
    public static bool IsIn(ComparedColumn column) => column.As == ComparedAs.Text && Other(column) is { } other && Comparability.Of(other) switch
    {
        ComparedAs.Truth or ComparedAs.DecimalNumber or ComparedAs.FloatingPoint or ComparedAs.Time or ComparedAs.Date or ComparedAs.Uuid => true,
        // What has more digits is a decimal in a query.
        ComparedAs.WholeNumber => Type.GetTypeCode(other) is not (>= TypeCode.SByte and <= TypeCode.Int64),
        _ => false,
    };

    /// <summary>The type of the side that is not text.</summary>
    public static Type TypeOf(ComparedColumn column) => Other(column)!;

    /// <summary>Why something needs one type, as the rest of a sentence.</summary>
    public static string Said(ComparedColumn column) => $"{column.Name} is text on one side and {TypeText.Of(TypeOf(column))} on the other; cast it in a query.";

    /// <summary>When a text and a value that was written are equal.</summary>
    /// <param name="column">The column.</param>
    /// <param name="within">How far values, or texts, may differ; not at all if null.</param>
    public static Tolerance Rule(ComparedColumn column, Tolerance? within)
    {
        var type = TypeOf(column);
        Func<string, object?> read = type == typeof(bool) ? Truth : type == typeof(Guid) ? text => Guid.TryParse(text, out var uuid) ? uuid : null
            : type == typeof(double) ? text => Floating(text) : type == typeof(float) ? text => (double?)(float?)Floating(text)
            : Comparability.Of(type) is ComparedAs.Time or ComparedAs.Date ? Time : Exact;
        return within?.IsFor(typeof(string)) == true ? within.And(Tolerance.Reading(read, null)) : Tolerance.Reading(read, within);
    }

    /// <summary>A cell that is not text, as its engine writes it.</summary>
    public static Expression Of(Expression cell)
    {
        var type = Nullable.GetUnderlyingType(cell.Type) ?? cell.Type;
        return type == typeof(bool) ? Expression.Call(new Func<long?, string?>(Portable.ToText).Method, CommonForm.As(CommonForm.Bit(cell), typeof(long?)))
            : type == typeof(Guid) ? Expression.Call(new Func<Guid?, string?>(Casts.UuidText).Method, CommonForm.As(cell, typeof(Guid?)))
            : type == typeof(DateOnly) ? Written(Expression.Call(new Func<DateOnly?, DateTime?>(Casts.ToTime).Method, CommonForm.As(cell, typeof(DateOnly?))))
            : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? Written(CommonForm.As(cell, typeof(DateTime?)))
            // MySQL writes six digits of 32 bits; of more than they hold the reader takes what they do.
            : type == typeof(double) || type == typeof(float) ? Written(CommonForm.As(cell, typeof(double?))) : Written(CommonForm.As(cell, typeof(decimal?)));
    }

    static MethodCallExpression Written(Expression cell) => Expression.Call(typeof(Casts), nameof(Casts.Written), null, cell);

    static Type? Other(ComparedColumn column) => (IsText(column.Left.Type), IsText(column.Right.Type)) switch { (true, false) => column.Right.Type, (false, true) => column.Left.Type, _ => null };

    static bool IsText(Type type) => type == typeof(string);

    static object? Truth(string text) => text.ToUpperInvariant() switch { "TRUE" or "T" or "1" => true, "FALSE" or "F" or "0" => false, _ => null };

    static double? Floating(string text) => text.ToUpperInvariant().TrimStart('+') switch
    {
        "NAN" or "-NAN" => double.NaN,
        "INF" or "INFINITY" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite), CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    // More digits than a decimal holds would be rounded.
    static object? Exact(string text) => text.Count(char.IsAsciiDigit) <= 28 + (text.Contains('.', StringComparison.Ordinal) ? text.Length - text.TrimEnd('0').Length : 0)
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The instant that a text says; null if none.</summary>
    public static object? Time(string text)
    {
        if (Iso().Match(text) is not { Success: true } parts)
            return null;
        int Of(string name) => parts.Groups[name] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        var fraction = parts.Groups["fraction"].Value.TrimEnd('0');
        // Beyond a tick there is nothing to compare it with.
        if (fraction.Length > 7 || !DateTime.TryParseExact(parts.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day))
            return null;
        var (hour, minute, second) = (Of("hour"), Of("minute"), Of("second"));
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        var offset = new TimeSpan(Of("offset"), Of("minutes"), 0) * (parts.Groups["sign"].Value == "-" ? -1 : 1);
        var ticks = day.Ticks + new TimeSpan(hour, minute, second).Ticks + (fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(7, '0'), CultureInfo.InvariantCulture)) - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([ T](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.](?<fraction>[0-9]{1,12}))?)?)?( ?(Z|UTC|(?<sign>[+-])(?<offset>[0-9]{2})(:?(?<minutes>[0-9]{2}))?))?$")]
    private static partial Regex Iso();
}
