namespace SqlHarness.Cli.Compare;

/// <summary>A group of totals, or a remark about groups, in the order in which they are read.</summary>
/// <param name="Depth">How many levels below all rows.</param>
/// <param name="Text">The group's value of its level, or the remark.</param>
/// <param name="Totals">Its totals that differ; none in a remark.</param>
sealed record LadderLine(int Depth, string Text, IReadOnlyList<LadderTotal> Totals);
