using System.Linq.Expressions;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>A step of a generated query, as a query and as a loop.</summary>
/// <param name="Name">Its kind, a space, and what was drawn for it.</param>
/// <param name="Query">The query.</param>
/// <param name="Reference">What it means.</param>
/// <param name="KeepsIdsUnique">Whether ids that were unique before it are after it.</param>
public sealed record Step(
    string Name, Func<IQueryable<Item>, IQueryable<Span>, IQueryable<Item>> Query, Func<IReadOnlyList<Item>, IReadOnlyList<Span>, IEnumerable<Item>> Reference, bool KeepsIdsUnique = true)
{
    /// <summary>The query with a mistake that an engineer could make; null where none is known.</summary>
    public Func<IQueryable<Item>, IQueryable<Span>, IQueryable<Item>>? Mistaken { get; init; }

    /// <summary>The expression that was drawn for it; null for none.</summary>
    public LambdaExpression? Drawn { get; init; }

    /// <summary>The word before the first space of its name.</summary>
    public string Kind => Name.Split(' ')[0];
}
