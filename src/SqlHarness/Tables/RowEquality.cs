using System.Collections;

namespace SqlHarness.Tables;

/// <summary>Rows equal cell by cell: NULL equals NULL, NaN equals NaN, −0 equals 0, bytes by content, 1.0 equals 1.00.</summary>
public sealed class RowEquality : IEqualityComparer<IReadOnlyList<object?>>
{
    /// <summary>The only instance.</summary>
    public static readonly RowEquality Instance = new();

    RowEquality() { }

    /// <summary>Whether two cells are equal.</summary>
    public static bool CellsEqual(object? x, object? y) => StructuralComparisons.StructuralEqualityComparer.Equals(x, y);

    /// <summary>A hash of a cell that equal cells share.</summary>
    internal static int CellHash(object? cell) => cell is null ? 0 : StructuralComparisons.StructuralEqualityComparer.GetHashCode(cell);

    /// <inheritdoc/>
    public bool Equals(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y) =>
        x is null || y is null ? ReferenceEquals(x, y) : x.Count == y.Count && x.Zip(y).All(c => CellsEqual(c.First, c.Second));

    /// <inheritdoc/>
    public int GetHashCode(IReadOnlyList<object?> obj)
    {
        var hash = new HashCode();
        foreach (var cell in obj)
            hash.Add(CellHash(cell));
        return hash.ToHashCode();
    }
}
