using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>Something that a case has or has not.</summary>
/// <param name="Name">What, as statistics print it.</param>
/// <param name="Has">Whether a case has it.</param>
/// <param name="UsualShare">The share of generated cases, from 0 to 1, that has it at least where no rule stands against it.</param>
sealed record Situation(string Name, Func<CellCase, bool> Has, double UsualShare);
