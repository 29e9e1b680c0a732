namespace SqlHarness.Comparisons;

/// <summary>One rule that covers differences: all times are an hour later, all rows are of one day.</summary>
/// <param name="Sentence">What it is, in a sentence.</param>
/// <param name="Column">The column that it is about; null for one about rows.</param>
/// <param name="Covered">How many of the differences that were looked at it covers.</param>
/// <param name="LookedAt">How many were looked at.</param>
/// <param name="CounterExamples">Some that it does not cover.</param>
public sealed record Explanation(string Sentence, string? Column, long Covered, long LookedAt, IReadOnlyList<DifferingRow> CounterExamples);
