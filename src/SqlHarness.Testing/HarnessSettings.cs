using SqlHarness.Engines;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing;

/// <summary>How a query is proven: on which engines, with how many cases, within which time.</summary>
sealed record HarnessSettings
{
    public required string Name { get; init; }

    public IReadOnlyList<Engine> Engines { get; init; } = [Engine.Sqlite(), Engine.DuckDb()];

    public CaseBudget Budget { get; init; } = CaseBudget.FromEnvironment();

    /// <summary>How many cases were asked for, where the budget is a share of them.</summary>
    public int? Asked { get; init; }

    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What generated cases obey beyond the mapping.</summary>
    public CaseRules Rules { get; init; } = CaseRules.None;

    /// <summary>The one case that was given; null where cases are generated.</summary>
    public InputCase? Given { get; init; }

    /// <summary>Result columns by which differing rows are shown side by side.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>What the query's named steps mean, where that was said.</summary>
    public IReadOnlyList<StepReference> Steps { get; init; } = [];
}
