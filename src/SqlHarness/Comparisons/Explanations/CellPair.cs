namespace SqlHarness.Comparisons;

/// <summary>The two cells of a column that differ in a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Left">The left side's cell.</param>
/// <param name="Right">The right side's.</param>
readonly record struct CellPair(DifferingRow Row, object? Left, object? Right);
