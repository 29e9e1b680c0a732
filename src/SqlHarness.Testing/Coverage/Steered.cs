using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Coverage;

/// <summary>Cases that were chosen for what they reach.</summary>
/// <param name="Cases">The cases, as many as were asked for; a case's place is its number in the coverage.</param>
/// <param name="Coverage">What they reach.</param>
/// <param name="Rounds">How often more cases were tried.</param>
/// <param name="Tried">How many cases were tried in all.</param>
sealed record Steered(IReadOnlyList<InputCase> Cases, Covered Coverage, int Rounds, int Tried);
