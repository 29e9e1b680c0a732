namespace SqlHarness.Tests.Queries.Generated;

/// <summary>A step of a generated query, as a query and as a loop.</summary>
public sealed record Step(
    string Name, Func<IQueryable<Item>, IQueryable<Span>, IQueryable<Item>> Query, Func<IReadOnlyList<Item>, IReadOnlyList<Span>, IEnumerable<Item>> Reference, bool KeepsIdsUnique = true);
