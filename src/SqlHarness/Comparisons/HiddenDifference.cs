namespace SqlHarness.Comparisons;

/// <summary>A rule that can hide a difference, with how many it hid.</summary>
/// <param name="Rule">The rule, in words: <c>within 0.01</c>, <c>ignored</c>, <c>where region = 'north'</c>.</param>
/// <param name="Column">Its column; null for a rule about rows.</param>
/// <param name="Rows">The rows in which it hid something, or which it left out.</param>
public sealed record HiddenDifference(string Rule, string? Column, long Rows);
