namespace SqlHarness.Cli.Compare;

/// <summary>A total of a group, as text.</summary>
/// <param name="Measure">What it is: <c>sum of sale</c>.</param>
/// <param name="Left">The left side's; a dash where it has no such group.</param>
/// <param name="Right">The right side's.</param>
/// <param name="Difference">Right minus left, with its sign; empty where there is none to calculate.</param>
sealed record LadderTotal(string Measure, string Left, string Right, string Difference);
