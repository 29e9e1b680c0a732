using SqlHarness.Testing.Coverage;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>A goal, and when a case reaches it: when so many of its rows raise a flag.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="When">The flag; null for every row.</param>
/// <param name="Least">The least number of rows.</param>
/// <param name="Most">The greatest number of rows.</param>
sealed record Aim(CoverageGoal Goal, Flag? When, long Least = 1, long Most = long.MaxValue);
