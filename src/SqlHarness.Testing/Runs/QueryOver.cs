namespace SqlHarness.Testing.Runs;

/// <summary>A query over tables, one for each of its parameters.</summary>
/// <param name="tables">The tables, of the entity types that the query reads.</param>
delegate IQueryable<TResult> QueryOver<out TResult>(IReadOnlyList<IQueryable> tables);
