namespace SqlHarness.Testing.Mutation;

/// <summary>One small change of a query, and whether the tests noticed it.</summary>
public sealed record MutantOutcome
{
    /// <summary>By which it is accepted; the same in every run for the same query and engine.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of change: <c>ROR</c> replaces a comparison, <c>JOI</c> a join.</summary>
    public required string Operator { get; init; }

    /// <summary>In which step of the query.</summary>
    public required string Level { get; init; }

    /// <summary>The part as it was.</summary>
    public required string Before { get; init; }

    /// <summary>The part as it became.</summary>
    public required string After { get; init; }

    /// <summary>What a case must have so that it shows.</summary>
    public required string Needs { get; init; }

    /// <summary>Of a survivor, what the cases never reach at its place.</summary>
    public IReadOnlyList<string> NeverReached { get; init; } = [];

    /// <summary>What became of it.</summary>
    public required MutantStatus Status { get; init; }

    /// <summary>Why it is equivalent, accepted or stillborn; by which error it was killed; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>For each property in how many cases it failed; empty where the mutant was not run.</summary>
    public IReadOnlyList<int> FailingCases { get; init; } = [];

    /// <summary>A case that shows the mutant: the first of the run, or one found by a longer search where it survived; null where none is known.</summary>
    public string? Example { get; init; }

    /// <summary>The mutant's SQL; null where it could not be made.</summary>
    public string? Sql { get; init; }

    /// <summary>Whether a property notices it.</summary>
    /// <param name="property">Its place.</param>
    public bool KilledBy(int property) => property < FailingCases.Count && FailingCases[property] > 0;
}
