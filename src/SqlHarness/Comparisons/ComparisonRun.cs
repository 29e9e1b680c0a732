namespace SqlHarness.Comparisons;

/// <summary>How a comparison was run.</summary>
/// <param name="Method">In a few words: which query, which engines, how much was read.</param>
/// <param name="LeftRows">The rows that the left side has, or that were compared of it.</param>
/// <param name="RightRows">The right side's.</param>
/// <param name="RowsRead">Rows that came out of the engines one by one, for both sides; the others were only counted in them.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ComparisonRun(string Method, long LeftRows, long RightRows, long RowsRead, TimeSpan Elapsed);
