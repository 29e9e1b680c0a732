namespace SqlHarness.Testing.Conformance;

/// <summary>What asking an engine for one query takes.</summary>
/// <param name="Query">The query's name.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Rows">How many rows are loaded.</param>
/// <param name="Queries">At most how many queries are run.</param>
/// <param name="Others">About how many other statements: making, filling, emptying and dropping tables.</param>
/// <param name="Characters">About how many characters of SQL are sent to load.</param>
sealed record ConformanceCost(string Query, int Cases, long Rows, int Queries, int Others, long Characters);
