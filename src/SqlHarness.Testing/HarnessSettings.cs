using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Health;

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

    /// <summary>By result column how far values may differ and still be equal.</summary>
    public IReadOnlyDictionary<string, Tolerance> Tolerances { get; init; } = new Dictionary<string, Tolerance>();

    /// <summary>Where counterexamples of all queries are stored, and run from first; null where nothing is stored.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether a new counterexample is stored there.</summary>
    public bool Stores { get; init; } = true;

    /// <summary>What generated cases need not reach, each with a reason.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Situations of the query's statement that no case can reach, by id, each with a reason.</summary>
    public IReadOnlyDictionary<string, string> OutOfReach { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether cases are chosen for what they reach in the query's statement.</summary>
    public bool Steered { get; init; }

    /// <summary>What the query's named steps mean, where that was said.</summary>
    public IReadOnlyList<StepReference> Steps { get; init; } = [];
}
