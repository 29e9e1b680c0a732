using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Values of a column's type and their neighbours: the least step is 1 for integers, the last digit of a decimal, a quarter for doubles, a microsecond for times.</summary>
static class ColumnUnit
{
    /// <summary>The digits after a decimal's point where the mapping does not say.</summary>
    public const int DefaultScale = 2;

    const int DefaultPrecision = 18;

    // Binary fractions, so that sums of them are exact.
    const decimal DoubleStep = 0.25m;

    /// <summary>The value that lies so many units away; null where the column cannot hold it, or its type has no unit.</summary>
    public static object? Stepped(InputColumn column, object value, int units) => value switch
    {
        DateTime time => Moved(time, units * TimeSpan.TicksPerMicrosecond),
        double number when Math.Abs(number) > 1e15 || double.IsNaN(number) => null,
        bool or string or Guid => null,
        Enum => null,
        IConvertible number => Number(column, Decimal(number) + units * Step(column)),
        _ => null,
    };

    /// <summary>A time so many ticks later; null outside the years that every engine holds.</summary>
    public static object? Moved(DateTime time, long ticks) => ticks < DateTime.MinValue.Ticks - time.Ticks || ticks > DateTime.MaxValue.Ticks - time.Ticks ? null : time.AddTicks(ticks);

    /// <summary>A query's constant as the column holds it; null where it cannot.</summary>
    public static object? Converted(InputColumn column, object constant) => column.IsConverted ? null : constant switch
    {
        string text => column.Type == typeof(string) && Fits(column, text) ? text : null,
        DateTime time => column.IsTime ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : null,
        bool or Guid => column.Type == constant.GetType() ? constant : null,
        short or int or long or decimal or byte => Number(column, Convert.ToDecimal(constant, null)),
        double or float when column.Type == typeof(double) => Convert.ToDouble(constant, null),
        _ => null,
    };

    /// <summary>A number in the column's type; null where the column cannot hold it exactly.</summary>
    public static object? Number(InputColumn column, decimal value) => Type.GetTypeCode(column.Type) switch
    {
        _ when column.Type.IsEnum => null,
        TypeCode.Int16 when IsWhole(value, short.MinValue, short.MaxValue) => (short)value,
        TypeCode.Int32 when IsWhole(value, int.MinValue, int.MaxValue) => (int)value,
        TypeCode.Int64 when IsWhole(value, long.MinValue, long.MaxValue) => (long)value,
        TypeCode.Double => (double)value,
        TypeCode.Decimal when decimal.Round(value, Scale(column)) == value && Math.Abs(value) < Bound(column) => AtScale(value, Scale(column)),
        _ => null,
    };

    /// <summary>A large number that the column can hold. Twenty of them still add up in the column's type, since overflow is the engine's own business.</summary>
    public static object? Large(InputColumn column) => Type.GetTypeCode(column.Type) switch
    {
        TypeCode.Int16 => Number(column, 1_000),
        TypeCode.Int32 => Number(column, 1_000_000),
        TypeCode.Int64 => Number(column, 1_000_000_000_000),
        TypeCode.Double => 1_000_000.5,
        TypeCode.Decimal => Number(column, Math.Min(Bound(column), 1_000_000_000m) - Step(column)),
        _ => null,
    };

    /// <summary>Whether a text is short enough. Half a surrogate pair counts too, which is on the safe side.</summary>
    public static bool Fits(InputColumn column, string text) => column.Length is not { } length || text.Length <= length;

    static decimal Step(InputColumn column) => column.Type == typeof(decimal) ? PowerOf10(-Scale(column)) : column.Type == typeof(double) ? DoubleStep : 1;

    static int Scale(InputColumn column) => column.Scale ?? DefaultScale;

    static decimal Bound(InputColumn column) => PowerOf10(Math.Clamp((column.Precision ?? DefaultPrecision) - Scale(column), 0, 28));

    static decimal Decimal(IConvertible number) => number.ToDecimal(null);

    static bool IsWhole(decimal value, decimal least, decimal most) => decimal.Truncate(value) == value && value >= least && value <= most;

    // 100 as 100.00, so that a case prints the column's digits whichever way the value came about.
    static decimal AtScale(decimal value, int scale) => decimal.Round(value, scale) + new decimal(0, 0, 0, false, (byte)Math.Clamp(scale, 0, 28));

    static decimal PowerOf10(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power *= 10;
        return exponent < 0 ? 1 / power : power;
    }
}
