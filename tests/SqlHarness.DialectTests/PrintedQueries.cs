using System.Collections.Concurrent;
using SqlHarness.Engines.Dialects;
using SqlHarness.Queries;
using SqlHarness.Sessions;
using SqlHarness.Tests.Queries.Generated;

namespace SqlHarness.DialectTests;

/// <summary>What is printed and checked: our own queries, and queries that are composed at random.</summary>
static class PrintedQueries
{
    /// <summary>How many queries are composed; SQLHARNESS_QUERIES=500 takes six minutes on two cores, nearly all of them in one parser.</summary>
    public static readonly int Count = GeneratedQuery.CountOr(60);

    public static readonly IReadOnlyList<RegisteredQuery> Own = RegisteredQuery.In(typeof(SessionQueries).Assembly);

    static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<(GeneratedQuery Query, string? Sql)>>> Printed = new();

    /// <summary>The composed queries in a dialect, once for all tests; without a text where the dialect cannot express them.</summary>
    public static IReadOnlyList<(GeneratedQuery Query, string? Sql)> Composed(string dialect) => Printed.GetOrAdd(dialect, name => new(() => [.. Enumerable.Range(0, Count).Select(i => Print(Dialect.Named(name), GeneratedQuery.Of(i)))])).Value;

    /// <summary>Our own queries in a dialect, in each form.</summary>
    public static IEnumerable<(string Name, string Sql)> OwnIn(Dialect dialect)
    {
        foreach (var query in Own)
        {
            yield return (query.Name, dialect.Print(query));
            yield return ($"{query} as a view", dialect.Print(query, new() { Form = SqlForm.View("analytics.v") }));
            yield return ($"{query} as a table", dialect.Print(query, new() { Form = SqlForm.Table("analytics.t") }));
        }
    }

    static (GeneratedQuery Query, string? Sql) Print(Dialect dialect, GeneratedQuery query)
    {
        try
        {
            return (query, dialect.Print<Item, Span, Item>(query.Query));
        }
        catch (DialectException)
        {
            return (query, null);
        }
    }
}
