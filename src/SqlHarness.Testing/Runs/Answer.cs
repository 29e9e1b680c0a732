namespace SqlHarness.Testing.Runs;

/// <summary>What one statement answered for all cases.</summary>
/// <param name="Results">The result rows by case.</param>
/// <param name="Sql">The statement.</param>
sealed record Answer<TResult>(ILookup<int, TResult> Results, string Sql);
