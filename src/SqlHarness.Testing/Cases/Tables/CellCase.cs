namespace SqlHarness.Testing.Cases.Tables;

/// <summary>A case as cells, which can be changed one by one; an <see cref="InputCase"/> holds the same as rows of the entity types.</summary>
/// <param name="Tables">For each table its rows of cells, in physical order. Rows are not changed in place.</param>
sealed record CellCase(IReadOnlyList<IReadOnlyList<object?[]>> Tables)
{
    /// <summary>How many rows there are in all tables.</summary>
    public int Rows => Tables.Sum(t => t.Count);

    /// <summary>The case with another table in one place.</summary>
    public CellCase With(int table, IReadOnlyList<object?[]> rows) => new([.. Tables.Select((t, i) => i == table ? rows : t)]);
}
