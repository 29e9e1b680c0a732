namespace SqlHarness.Testing.Cases.Health;

/// <summary>A situation that cases need not reach.</summary>
/// <param name="Situation">Its name, as a finding prints it.</param>
/// <param name="Reason">Why not.</param>
sealed record Waiver(string Situation, string Reason);
