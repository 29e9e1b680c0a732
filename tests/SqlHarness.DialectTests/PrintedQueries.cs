using System.Globalization;
using SqlHarness.Engines.Dialects;
using SqlHarness.Queries;
using SqlHarness.Sessions;
using SqlHarness.Tests.Queries.Generated;

namespace SqlHarness.DialectTests;

/// <summary>What is printed and checked: our own queries, and queries that are composed at random.</summary>
static class PrintedQueries
{
    /// <summary>How many queries are composed; SQLHARNESS_QUERIES=500 takes some minutes.</summary>
    public static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("SQLHARNESS_QUERIES") ?? "25", CultureInfo.InvariantCulture);

    public static readonly IReadOnlyList<RegisteredQuery> Own = RegisteredQuery.In(typeof(SessionQueries).Assembly);

    /// <summary>The printed statements of a dialect, with their names; those that it cannot express are left out and counted.</summary>
    public static (IReadOnlyList<(string Name, string Sql)> Statements, int Refused) In(Dialect dialect)
    {
        var statements = new List<(string, string)>();
        foreach (var query in Own)
        {
            statements.Add((query.Name, dialect.Print(query)));
            statements.Add(($"{query} as a view", dialect.Print(query, new() { Form = SqlForm.View("analytics.v") })));
            statements.Add(($"{query} as a table", dialect.Print(query, new() { Form = SqlForm.Table("analytics.t") })));
        }

        var refused = 0;
        foreach (var query in Enumerable.Range(0, Count).Select(GeneratedQuery.Of))
        {
            try
            {
                statements.Add((query.ToString(), dialect.Print<Item, Span, Item>(query.Query)));
            }
            catch (DialectException)
            {
                refused++;
            }
        }

        return (statements, refused);
    }
}
