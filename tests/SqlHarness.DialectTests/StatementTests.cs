using System.Diagnostics;
using SqlHarness.Engines.Dialects;
using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>Printed statements of a dialect, checked by what is not ours. A class for each dialect, so that they run side by side.</summary>
public abstract class StatementTests(string dialect, ITestOutputHelper output)
{
    protected string DialectName => dialect;

    protected ITestOutputHelper Output => output;

    [Fact]
    public void Every_statement_is_accepted_by_every_parser_of_its_dialect()
    {
        using var node = NodeParsers.Start();
        var composed = PrintedQueries.Composed(dialect);
        // ClickHouse is given no sub-query that depends on the row around it.
        composed.Count(c => c.Sql is null).ShouldBeLessThan(PrintedQueries.Count / (dialect == DialectNames.ClickHouse ? 3 : 10), "queries that the dialect cannot express");
        (string Name, string Sql)[] statements = [.. PrintedQueries.OwnIn(Dialect.Named(dialect)), .. composed.Where(c => c.Sql is not null).Select(c => (c.Query.ToString(), MySqlLetters.Folded(c.Sql!)))];
        var findings = new Findings(dialect);
        foreach (var parser in Parsers.Of(dialect))
        {
            var started = Stopwatch.StartNew();
            var slowest = (Seconds: 0.0, Name: "");
            foreach (var (name, sql) in statements)
            {
                var before = started.Elapsed.TotalSeconds;
                findings.Add(parser, name, sql, Parsers.Error(node, parser, dialect, sql));
                if (started.Elapsed.TotalSeconds - before > slowest.Seconds)
                    slowest = (started.Elapsed.TotalSeconds - before, name);
            }

            output.WriteLine($"{statements.Length} statements read by {parser} in {started.Elapsed.TotalSeconds:0} s, the slowest in {slowest.Seconds:0.0}: {slowest.Name}");
        }

        findings.ShouldBeExplained(Parsers.Of(dialect));
    }

    [Fact]
    public void Every_parser_rejects_broken_statements()
    {
        using var node = NodeParsers.Start();
        var sql = Dialect.Named(dialect).Print(PrintedQueries.Own.Single(q => q.Name == "sessions"));
        string[] broken =
        [
            sql.Replace("FROM events\n", "FROM (events\n", StringComparison.Ordinal), sql.Replace("(PARTITION BY user_id", "(PARTITION BY BY BY", StringComparison.Ordinal),
            sql.Replace("),\n\nsession_events AS", "\n\nsession_events AS", StringComparison.Ordinal), sql.Replace("THEN event_time", "THEN", StringComparison.Ordinal),
        ];
        foreach (var statement in broken)
        {
            statement.ShouldNotBe(sql);
            foreach (var parser in Parsers.Of(dialect))
                Parsers.Error(node, parser, dialect, statement).ShouldNotBeNull($"{parser}: {statement}");
        }
    }
}
