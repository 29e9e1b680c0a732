using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A column as it is compared.</summary>
/// <param name="Column">The column of both sides.</param>
/// <param name="Tolerance">How far its values may differ; not at all if null.</param>
/// <param name="IsIgnored">Whether its differences are counted as hidden and make no row differ.</param>
sealed record PlannedColumn(ComparedColumn Column, Tolerance? Tolerance, bool IsIgnored)
{
    public string Name => Column.Name;

    /// <summary>The type that the values of both sides have in a query.</summary>
    public Type Type { get; } = CommonForm.TypeOf(Column);

    /// <summary>What makes its values equal: the tolerance, and where text stands beside another type, what texts say.</summary>
    public Tolerance? Rule { get; } = WrittenText.IsIn(Column) ? WrittenText.Rule(Column, Tolerance) : Tolerance;

    /// <summary>What a tolerance is for other values than these; null if it is for them.</summary>
    public string? UnfitTolerance => Tolerance?.Unfit(Type) is { } kind && !(WrittenText.IsIn(Column) && Tolerance.IsFor(WrittenText.TypeOf(Column))) ? kind : null;

    /// <summary>
    /// From which magnitude on floating-point numbers can be equal though the exact numbers that one side rounds to them are not: beyond fifteen digits, or 2⁵³. Null where nothing is rounded.
    /// </summary>
    public double? RoundedFrom { get; } = Column.As != ComparedAs.FloatingPoint || IsFloating(Column.Left) == IsFloating(Column.Right) ? null : From(IsFloating(Column.Left) ? Column.Right : Column.Left);

    /// <summary>Whether a pair of equal cells may be equal by rounding alone.</summary>
    public bool IsRounded(object? cell) => RoundedFrom is { } from && cell is double number && Math.Abs(number) >= from;

    /// <summary>Whether a pair of cells may be NULL on one side.</summary>
    public bool CanBeNull => Column.Left.IsNullable || Column.Right.IsNullable;

    static bool IsFloating(ColumnType column) => column.Type == typeof(double) || column.Type == typeof(float);

    static double From(ColumnType exact) => exact.Type == typeof(decimal) ? Math.Pow(10, 15 - Limbs.Scale(exact.DatabaseType)) : Math.ScaleB(1, 53);
}
