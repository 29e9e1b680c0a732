using SqlHarness.Testing.Cases.Statistics;

namespace SqlHarness.Testing.Cases.Health;

/// <summary>A situation that cases must reach.</summary>
/// <param name="Situation">What.</param>
/// <param name="Advice">What to do where they do not.</param>
sealed record Requirement(Situation Situation, string Advice)
{
    // Fewer would be missed by bad luck once in some runs: with 15 expected it is one in three million.
    const int FewestExpected = 15;

    /// <summary>
    /// How many of so many cases must have it: a fifteenth of those that usually do, or none where these are fewer than 15, since few cases cannot reach everything.
    /// </summary>
    public int LeastOf(int cases) => (int)Math.Floor(cases * Situation.UsualShare / FewestExpected);
}
