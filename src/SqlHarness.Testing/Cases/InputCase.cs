namespace SqlHarness.Testing.Cases;

/// <summary>One input of a query: the rows of each of its tables, in the order of the query's parameters. The order of rows is their physical order.</summary>
/// <param name="Tables">For each table its rows, of the table's entity type.</param>
public sealed record InputCase(IReadOnlyList<IReadOnlyList<object>> Tables)
{
    /// <summary>How many rows there are in all tables.</summary>
    public int Rows => Tables.Sum(t => t.Count);

    internal IReadOnlyList<T> Of<T>(int table) => [.. Tables[table].Cast<T>()];
}
