namespace SqlHarness.Testing.Mutation;

/// <summary>What became of a mutant.</summary>
public enum MutantStatus
{
    /// <summary>A property failed: the tests notice this change.</summary>
    Killed,

    /// <summary>Every property held: the tests do not notice this change.</summary>
    Survived,

    /// <summary>Mapping or query show that it answers as the query does, whatever the rows.</summary>
    Equivalent,

    /// <summary>It survived, and was accepted with a reason.</summary>
    Accepted,

    /// <summary>It answers by chance: which rows it takes is not fixed.</summary>
    Flaky,

    /// <summary>Its SQL is that of the query: translation undoes the change.</summary>
    NotApplied,

    /// <summary>The engine does not take its SQL.</summary>
    Stillborn,
}
