using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SqlHarness.Engines.Loading;

/// <summary>The contract's conditions on a loaded value. Each returns the value or throws a sentence with row, column and value.</summary>
static class ValueChecks
{
    public static DateTime Time(DateTime value, RowWriter writer, LoadColumn column)
    {
        if (UtcMicros.Refusal(value) is { } refusal)
            Refuse(writer, column, $"{UtcMicros.Spell(value)} {refusal}");
        return DateTime.SpecifyKind(value, DateTimeKind.Utc);
    }

    public static decimal Decimal(decimal value, RowWriter writer, LoadColumn column)
    {
        if (value.Scale > column.Scale && decimal.Round(value, column.Scale) != value)
            Refuse(writer, column, string.Create(CultureInfo.InvariantCulture, $"{value} is finer than the column's {column.Scale} digits after the point"));
        if (Math.Abs(value) >= column.Bound)
            Refuse(writer, column, string.Create(CultureInfo.InvariantCulture, $"{value} has more digits than the column's precision"));
        return value;
    }

    /// <summary>Half a surrogate pair has no UTF-8, and an engine would store another character in its place.</summary>
    public static string Text(string value, RowWriter writer, LoadColumn column)
    {
        var surrogate = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; surrogate >= 0 && surrogate < value.Length; surrogate++)
        {
            if (char.IsSurrogatePair(value, surrogate))
                surrogate++;
            else if (char.IsSurrogate(value[surrogate]))
                Refuse(writer, column, $"the text has half a surrogate pair at position {surrogate.ToString(CultureInfo.InvariantCulture)}");
        }
        if (value.Contains('\0', StringComparison.Ordinal))
            Refuse(writer, column, "the text has a NUL character, which engines cut it at");
        return value;
    }

    public static void Null(RowWriter writer, LoadColumn column) => Refuse(writer, column, "NULL in a column that is NOT NULL");

    [DoesNotReturn]
    public static void Refuse(RowWriter writer, LoadColumn column, string what) =>
        throw new EngineException(string.Create(CultureInfo.InvariantCulture, $"Row {writer.Row}, column {column.Name}: {what}."));
}
