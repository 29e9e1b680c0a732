namespace SqlHarness.Comparisons;

/// <summary>What a comparison of rows found, and how.</summary>
/// <param name="Counted">The rows and columns, counted.</param>
/// <param name="Found">Rows that differ, some of each kind, in the order of the key.</param>
/// <param name="Method">How it was found, in a sentence.</param>
/// <param name="Read">How many rows were read, on both sides.</param>
sealed record RowsCompared(RowComparison Counted, IReadOnlyList<DifferingRow> Found, string Method, long Read);
