namespace SqlHarness.Comparisons;

/// <summary>A kind of rule about the cells of one column.</summary>
abstract class ColumnRule
{
    /// <summary>The rules of the kind that could cover a column's differences, the more specific first; how many they cover is counted by <see cref="Coverage"/>.</summary>
    public abstract IEnumerable<CellRule> Of(DifferingCells cells);
}
