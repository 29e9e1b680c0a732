using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A value that is equal to another as cells are.</summary>
readonly record struct Cell(object? Value)
{
    public bool Equals(Cell other) => RowEquality.CellsEqual(Value, other.Value);

    public override int GetHashCode() => RowEquality.CellHash(Value);
}
