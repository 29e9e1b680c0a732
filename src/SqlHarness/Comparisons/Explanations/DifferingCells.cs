namespace SqlHarness.Comparisons;

/// <summary>What was looked at of one column: its cells in the rows of both sides in which they differ.</summary>
/// <param name="Columns">All columns, in the order of the rows' cells.</param>
/// <param name="Place">The column's place.</param>
/// <param name="Pairs">The cells, in no order that a rule may count on.</param>
sealed record DifferingCells(IReadOnlyList<PlannedColumn> Columns, int Place, IReadOnlyList<CellPair> Pairs)
{
    public PlannedColumn Column => Columns[Place];

    public ComparedAs As => Column.Column.As;

    public bool AreNumbers => As is ComparedAs.WholeNumber or ComparedAs.DecimalNumber or ComparedAs.FloatingPoint;

    public bool AreTimes => As is ComparedAs.Time or ComparedAs.Date or ComparedAs.TimeOfDay or ComparedAs.Duration;

    /// <summary>The pairs of values of a type, neither NULL.</summary>
    public IEnumerable<(T Left, T Right)> Known<T>() where T : notnull => Pairs.Where(p => p is { Left: T, Right: T }).Select(p => ((T)p.Left!, (T)p.Right!));

    public static DifferingCells Of(IReadOnlyList<PlannedColumn> columns, int place, IEnumerable<DifferingRow> rows) =>
        new(columns, place, [.. rows.Where(r => r is { Left: not null, Right: not null } && r.Differs[place]).Select(r => new CellPair(r, r.Left![place], r.Right![place]))]);
}
