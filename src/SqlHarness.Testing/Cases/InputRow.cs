namespace SqlHarness.Testing.Cases;

/// <summary>A row of one of a query's tables.</summary>
/// <param name="Table">Which of them, by its place among the query's parameters.</param>
/// <param name="Row">The row, of the table's entity type.</param>
public sealed record InputRow(int Table, object Row)
{
    /// <summary>The rows of one table, in their order.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<InputRow> rows, int table) => [.. rows.Where(r => r.Table == table).Select(r => (T)r.Row)];

    /// <summary>The rows of a case, table after table.</summary>
    public static IReadOnlyList<InputRow> Of(InputCase input) => [.. input.Tables.SelectMany((rows, table) => rows.Select(r => new InputRow(table, r)))];

    /// <summary>The case of these rows.</summary>
    public static InputCase Case(IReadOnlyList<InputRow> rows, int tables) =>
        new([.. Enumerable.Range(0, tables).Select(t => (IReadOnlyList<object>)[.. rows.Where(r => r.Table == t).Select(r => r.Row)])]);
}
