using System.Globalization;
using System.Numerics;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Repairs;

/// <summary>A compared cell as a literal of the column that it is for, whose type may be another than it is compared as.</summary>
static class CellLiteral
{
    /// <exception cref="DialectException">It has none; the message names the column.</exception>
    public static string Of(Dialect dialect, ColumnType column, object? cell)
    {
        var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        return (type, cell) switch
        {
            (_, null) => "NULL",
            ({ IsEnum: true }, _) => throw None(dialect, column),
            (_, double number) when !double.IsFinite(number) => NotFinite(dialect, number) ?? throw None(dialect, column),
            _ when type == typeof(string) => dialect.Text(cell as string ?? CellText.Of(cell)),
            _ when type == typeof(bool) && Number(cell) is { } truth => dialect.Truth(truth != 0),
            _ when (type == typeof(double) || type == typeof(float)) && cell is double number => dialect.Number(number),
            _ when (type == typeof(double) || type == typeof(float)) && Number(cell) is { } number => dialect.Number((double)number),
            _ when type == typeof(decimal) && Number(cell) is { } number => dialect.Number(number),
            _ when Whole(type) && Number(cell) is { } number && decimal.IsInteger(number) => number.ToString("0", CultureInfo.InvariantCulture),
            (_, DateTime time) when type == typeof(DateTime) || type == typeof(DateTimeOffset) => dialect.Time(time),
            (_, DateTime day) when type == typeof(DateOnly) => Cast(dialect, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "DATE"),
            (_, TimeOnly clock) when type == typeof(TimeOnly) => Cast(dialect, clock.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture), dialect is MySqlDialect ? "TIME(6)" : "TIME"),
            (_, Guid guid) when type == typeof(Guid) => $"'{guid:D}'",
            // The other side is text: what it says is for the engine to read.
            (_, string text) when !Whole(type) || !decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => dialect.Text(text),
            (_, string digits) => digits,
            _ => throw None(dialect, column),
        };
    }

    static bool Whole(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 || type == typeof(BigInteger) || type == typeof(Int128) || type == typeof(UInt128);

    static decimal? Number(object? cell) => cell switch
    {
        decimal number => number,
        bool truth => truth ? 1 : 0,
        // Whole numbers that were compared with floating-point ones.
        double number => Math.Abs(number) < 1e15 ? (decimal)number : null,
        int or long or short or byte or sbyte or ushort or uint or ulong => Convert.ToDecimal(cell, CultureInfo.InvariantCulture),
        _ => null,
    };

    static string? NotFinite(Dialect dialect, double number) => dialect switch
    {
        SqliteDialect => null,
        DuckDbDialect => Cast(dialect, number.ToString(CultureInfo.InvariantCulture), dialect.FloatType),
        _ => Server.Of(dialect).NotFinite(number),
    };

    static string Cast(Dialect dialect, string text, string type) => $"CAST({dialect.Text(text)} AS {type})";

    static DialectException None(Dialect dialect, ColumnType column) => new($"A value of column {column.Name} has no literal in {dialect.Title}.");
}
