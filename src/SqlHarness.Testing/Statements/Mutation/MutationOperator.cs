namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>One way to be wrong: a kind of mistake, at every place of a level where it can be made.</summary>
abstract class MutationOperator
{
    /// <summary>Its code in the catalogue.</summary>
    public abstract string Code { get; }

    /// <summary>What it changes on a level, in the order in which one reads it.</summary>
    public abstract IEnumerable<Change> Of(MutatedLevel level);
}
