namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>What one operator does at one place.</summary>
/// <param name="Before">The part as it is, in one line.</param>
/// <param name="After">The part as it becomes.</param>
/// <param name="Needs">What a case must have so that it shows.</param>
/// <param name="Apply">Does it, in place.</param>
sealed record Change(string Before, string After, string Needs, Action Apply)
{
    /// <summary>What the level's expressions then are, to tell changes that are the same one; null for a change of something else.</summary>
    public string? Effect { get; init; }

    /// <summary>Why it changes no answer; null where that is not known.</summary>
    public string? Equivalent { get; init; }

    /// <summary>Whether its answer is left to luck.</summary>
    public bool IsFlaky { get; init; }
}
