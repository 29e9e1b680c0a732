using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Conformance;

/// <summary>With how many cases engines are asked, and how thoroughly.</summary>
public sealed record ConformanceSettings
{
    /// <summary>How many cases are generated, from which seed; by default 1,000, and what <c>SQLHARNESS_CASES</c> and <c>SQLHARNESS_SEED</c> say.</summary>
    public CaseBudget Budget { get; init; } = CaseBudget.FromEnvironment();

    /// <summary>The longest time a query may take on one engine; ten minutes by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where stored counterexamples stand, which run first; null for none.</summary>
    public string? Counterexamples { get; init; }

    /// <summary>How many cases run again alone, by the statement as it is, to check the lifted one by; one by default, since a warehouse takes a second for each.</summary>
    public int CheckedAlone { get; init; } = 1;

    /// <summary>Whether a mistake is planted once the query has answered, which must be noticed; so by default.</summary>
    public bool PlantsMistake { get; init; } = true;
}
