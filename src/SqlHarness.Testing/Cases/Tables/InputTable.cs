namespace SqlHarness.Testing.Cases.Tables;

/// <summary>One of a query's input tables: its columns, its key, and the way between rows and cells.</summary>
/// <param name="Entity">The rows' type.</param>
/// <param name="Columns">The columns; a row's cells stand in their order.</param>
/// <param name="Row">Makes a row of its cells.</param>
/// <param name="Cells">Takes a row apart.</param>
sealed record InputTable(Type Entity, IReadOnlyList<InputColumn> Columns, Func<object?[], object> Row, Func<object, object?[]> Cells)
{
    /// <summary>The places of the primary key's columns, in order; none where the table has no primary key.</summary>
    public IReadOnlyList<int> Key { get; } = [.. Enumerable.Range(0, Columns.Count).Where(i => Columns[i].IsKey)];

    /// <summary>The place of a property's column.</summary>
    /// <exception cref="ArgumentException">The property is not mapped; the message names it.</exception>
    public int Place(string member)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Member == member)
                return i;
        }

        throw new ArgumentException($"{Entity.Name}.{member} is not a mapped column; there are {string.Join(", ", Columns.Select(c => c.Member))}.");
    }
}
