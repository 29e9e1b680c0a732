namespace SqlHarness.Testing.Cases.Tables;

/// <summary>Compares rows of cells, or keys, part by part; NULL counts as a value.</summary>
sealed class CellKeys : IEqualityComparer<IReadOnlyList<object?>>
{
    public static readonly CellKeys Comparer = new();

    CellKeys() { }

    public bool Equals(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y) =>
        ReferenceEquals(x, y) || x is not null && y is not null && x.SequenceEqual(y);

    // string.GetHashCode differs between runs, but nothing here depends on the order of a hash set.
    public int GetHashCode(IReadOnlyList<object?> obj)
    {
        var hash = new HashCode();
        foreach (var part in obj)
            hash.Add(part);
        return hash.ToHashCode();
    }
}
