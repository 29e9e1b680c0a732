using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>Something that a case has or has not.</summary>
/// <param name="Name">What, as statistics print it.</param>
/// <param name="Has">Whether a case has it.</param>
sealed record Situation(string Name, Func<CellCase, bool> Has);
