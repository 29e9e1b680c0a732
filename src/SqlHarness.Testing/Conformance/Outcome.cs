namespace SqlHarness.Testing.Conformance;

/// <summary>What became of a query on an engine.</summary>
public enum Outcome
{
    /// <summary>It answered what its reference does, for every case.</summary>
    Same,

    /// <summary>It answered something else for some case.</summary>
    Differs,

    /// <summary>It was refused before it ran, in a sentence: it cannot be expressed, or needs what the engine does not keep of the contract.</summary>
    Rejected,

    /// <summary>The engine took it and had no answer.</summary>
    Failed,

    /// <summary>The engine could not be reached.</summary>
    Unavailable,
}
