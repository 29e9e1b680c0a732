namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>What no case can show of a query, each with the reason. What it says falls as soon as it is no longer true.</summary>
sealed record OwnNotes
{
    /// <summary>Nothing: every situation is reached, every mutant noticed.</summary>
    public static readonly OwnNotes None = new();

    /// <summary>Situations out of reach, by name.</summary>
    public IReadOnlyDictionary<string, string> OutOfReach { get; init; } = new Dictionary<string, string>();

    /// <summary>Mutants on SQLite that change no answer, by id.</summary>
    public IReadOnlyDictionary<string, string> Accepted { get; init; } = new Dictionary<string, string>();
}
