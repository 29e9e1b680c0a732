using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>
/// The small domain of a column: the query's constants with their neighbours, a few common values that all columns of the type share, so that keys match, and
/// nasty ones that engines and C# easily see differently.
/// </summary>
sealed class ColumnValues
{
    static readonly string[] CommonTexts = ["a", "b", "c"];

    // Upper and lower case, code points of two, three and four bytes (U+FF5E sorts before an emoji by code point, behind it in UTF-16), padding, patterns, quotes.
    static readonly string[] NastyTexts = ["", "A", "a ", " a", "é", "E", "～", "😀", "%", "_", "'", "a'b", "aa"];

    // Guids order as text; by their bytes the last would come first.
    static readonly Guid[] Guids = [Number(1), Number(2), Number(3), Number(4)];
    static readonly Guid[] NastyGuids = [Guid.Empty, new("00ff0000-0000-0000-0000-000000000000"), new("ff000000-0000-0000-0000-000000000001")];

    readonly InputColumn _column;

    ColumnValues(InputColumn column, IReadOnlyList<object> traced, IReadOnlyList<object> typed)
    {
        _column = column;
        Constants = [.. traced.Concat(typed).Distinct()];
        Compared = traced;
        Boundary = [.. traced.SelectMany(Around)];
        Elsewhere = [.. typed.SelectMany(Around)];
        Common = Kept(Type.GetTypeCode(column.Type) switch
        {
            _ when column.Type.IsEnum => [.. Enum.GetValues(column.Type).Cast<object>()],
            TypeCode.Boolean => [false, true],
            TypeCode.String => CommonTexts,
            TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal => [1m, 2m, 3m],
            _ when column.Type == typeof(Guid) => [.. Guids],
            _ => [],
        });
        Nasty = Kept(Type.GetTypeCode(column.Type) switch
        {
            _ when column.Type.IsEnum => [],
            TypeCode.String => NastyTexts,
            TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => [0m, -1m, 7m, -3m],
            // 0.125 has no end in two decimals, which a mapping with more of them keeps; the quotient of 10 and 3 shows the rounding.
            TypeCode.Decimal => [0m, -1m, 0.01m, -0.01m, 0.1m, 0.2m, 10m, 0.125m, 0.000001m],
            TypeCode.Double => [0m, -1m, 0.25m, -0.5m, 10m],
            _ when column.Type == typeof(Guid) => [.. NastyGuids],
            _ => [],
        });
        if (ColumnUnit.Large(column) is { } large)
            Nasty = [.. Nasty, large];
    }

    /// <summary>The query's constants that the column can hold, those compared with it first.</summary>
    public IReadOnlyList<object> Constants { get; }

    /// <summary>The constants that the column is compared with.</summary>
    public IReadOnlyList<object> Compared { get; }

    /// <summary>These constants, each twice, and the values beside them.</summary>
    public IReadOnlyList<object> Boundary { get; }

    /// <summary>The same of constants that could not be traced to any column.</summary>
    public IReadOnlyList<object> Elsewhere { get; }

    public IReadOnlyList<object> Common { get; }

    public IReadOnlyList<object> Nasty { get; }

    /// <summary>Whether the column's values can be drawn here at all; times are drawn by their differences, and types that are not known need a generator of the user's.</summary>
    public bool IsEmpty => Common.Count == 0;

    public static ColumnValues Of(InputTable table, InputColumn column, IReadOnlyList<CaseConstant> constants)
    {
        List<object> Held(Func<CaseConstant, bool> which) => [.. constants.Where(c => c.Concerns(table.Entity, column.Name) && which(c)).Select(c => ColumnUnit.Converted(column, c.Value)).OfType<object>().Distinct()];
        return new(column, Held(c => c.Columns.Count > 0), Held(c => c.Columns.Count == 0));
    }

    /// <summary>The number-th guid of a small pool.</summary>
    public static Guid Number(int number) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number);

    /// <summary>A value of the domain.</summary>
    public object Draw(Draws draws)
    {
        var roll = draws.Below(10);
        return roll < 5 && Boundary.Count > 0 ? draws.Of(Boundary)
            : roll < 6 && Elsewhere.Count > 0 ? draws.Of(Elsewhere)
            : roll < 8 || Nasty.Count == 0 ? draws.Of(Common) : draws.Of(Nasty);
    }

    IEnumerable<object> Around(object constant)
    {
        yield return constant;
        yield return constant;
        IEnumerable<object?> beside = constant is string text ? TextsBeside(text) : [ColumnUnit.Stepped(_column, constant, -1), ColumnUnit.Stepped(_column, constant, 1)];
        foreach (var value in beside.OfType<object>())
            yield return value;
    }

    IEnumerable<string> TextsBeside(string text) => new[] { OtherCase(text), text + " ", text + "s", text.Length > 0 && !char.IsSurrogate(text[^1]) ? text[..^1] : "" }
        .Where(t => t != text && ColumnUnit.Fits(_column, t));

    static string OtherCase(string text) => text.ToUpperInvariant() is var upper && upper != text ? upper : text.ToLowerInvariant();

    IReadOnlyList<object> Kept(IEnumerable<object> values) =>
        [.. values.Select(v => v switch { decimal number => ColumnUnit.Number(_column, number), string text => ColumnUnit.Fits(_column, text) ? text : null, _ => v }).OfType<object>()];
}
