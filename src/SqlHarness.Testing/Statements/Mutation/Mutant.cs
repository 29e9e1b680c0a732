namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>One change of one place of a statement. What is equal on one level changes together: linq2db inlines one C# expression in several places.</summary>
sealed class Mutant
{
    readonly Change _change;

    internal Mutant(string @operator, string level, Change change, string id) => (Operator, Level, _change, Id) = (@operator, level, change, id);

    /// <summary>The operator's code in the catalogue: <c>ROR</c>, <c>JOI</c>, …</summary>
    public string Operator { get; }

    /// <summary>The name of the level that it changes, one of <see cref="Reading.StatementLevels"/>.</summary>
    public string Level { get; }

    /// <summary>The changed part as it was, in one line: <c>Amount >= 100</c>.</summary>
    public string Before => _change.Before;

    /// <summary>The part as it is then, in one line.</summary>
    public string After => _change.After;

    /// <summary>What a case must have so that the change shows.</summary>
    public string Needs => _change.Needs;

    /// <summary>Why it provably changes no answer; null where that is not known.</summary>
    public string? Equivalent => _change.Equivalent;

    /// <summary>Whether its answer is not determined: it takes rows in an order that has ties, and may pass or fail by luck.</summary>
    public bool IsFlaky => _change.IsFlaky;

    /// <summary>A name that is the same in every run, on every engine that translates the query alike, and for no other mutant of the statement.</summary>
    public string Id { get; }

    /// <summary>Changes the statement that the mutant was found in, in place. Once; after that the statement's other mutants are void.</summary>
    public void Apply() => _change.Apply();

    /// <summary>For people.</summary>
    public override string ToString() => $"{Id} {Level}: {Before} → {After}";
}
