using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>What may stand in an element's place.</summary>
/// <param name="Other">The other element; it may contain parts of the first.</param>
/// <param name="Needs">What a case must have so that it shows.</param>
sealed record Alternative(IQueryElement Other, string Needs)
{
    /// <summary>Why it changes no answer; null where that is not known.</summary>
    public string? Equivalent { get; init; }

    /// <summary>The part to show as it was, where the whole element would be too much.</summary>
    public IQueryElement? Part { get; init; }

    /// <summary>The text to show of it as it becomes, where its own would mislead.</summary>
    public string? Shown { get; init; }
}
