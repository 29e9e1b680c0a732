namespace SqlHarness.Tables;

/// <summary>How two bags of rows differ.</summary>
public sealed class BagDifference
{
    internal BagDifference(IReadOnlyList<RowColumn> columns, IReadOnlyList<PairedRow> rows, IReadOnlyList<IReadOnlyList<object?>> equal) =>
        (Columns, Rows, EqualRows) = (columns, rows, equal);

    /// <summary>The columns of both sides.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>The rows that differ, one entry for each copy of a row.</summary>
    public IReadOnlyList<PairedRow> Rows { get; }

    /// <summary>The rows that both sides have, one entry for each copy; where they are equal within a tolerance, the expected ones.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> EqualRows { get; }

    /// <summary>How many of <see cref="EqualRows"/> are equal only within a tolerance.</summary>
    public int RowsEqualByTolerance { get; internal init; }

    internal ColumnTolerances Tolerances { get; init; } = ColumnTolerances.None;

    /// <summary>Whether the bags are equal.</summary>
    public bool IsEmpty => Rows.Count == 0;

    /// <summary>In what they differ, without values: <c>missing row</c>, <c>extra row</c>, <c>SessionId differs</c>; sorted.</summary>
    public IReadOnlyList<string> Kinds => [.. Rows.SelectMany(KindsOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The differing rows as an aligned table, see <see cref="DifferenceText"/>.</summary>
    public override string ToString() => IsEmpty ? "equal" : DifferenceText.Of(this);

    IEnumerable<string> KindsOf(PairedRow row) =>
        row.Expected is null ? ["extra row"] : row.Actual is null ? ["missing row"] : Columns.Where((_, i) => row.Differs(i)).Select(c => $"{c.Name} differs");
}
