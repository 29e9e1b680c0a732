using System.Diagnostics;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Tests.Engines.Dialects;
using SqlHarness.Tests.Queries.Generated;

namespace SqlHarness.DialectTests;

/// <summary>Printed statements of a dialect, checked by what is not ours. A class for each dialect, so that they run side by side.</summary>
public abstract class StatementTests(string dialect, ITestOutputHelper output)
{
    [Fact]
    public void Every_statement_is_accepted_by_every_parser_of_its_dialect()
    {
        using var node = NodeParsers.Start();
        var composed = PrintedQueries.Composed(dialect);
        composed.Count(c => c.Sql is null).ShouldBeLessThan(PrintedQueries.Count / 10, "queries that the dialect cannot express");
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

    [Fact]
    public async Task Translated_to_duckdb_every_statement_returns_the_references_rows()
    {
        // SQLite has no times and no decimals of its own: to DuckDB its statements are of whole numbers. What is DuckDB's needs no translation.
        Assert.SkipWhen(dialect is "sqlite" or "duckdb", "not translated");
        using var node = NodeParsers.Start();
        var items = Item.Some(seed: 3, count: 60);
        var spans = Span.Of(items);
        await using var workspace = Engine.DuckDb().Open();
        workspace.Load(items);
        workspace.Load(spans);
        await StandIns.CreateAsync(workspace, dialect);
        var findings = new Findings(dialect);
        var (rows, repaired) = (0, new HashSet<Repair>());
        foreach (var (query, sql) in PrintedQueries.Composed(dialect).Where(c => c.Sql is not null))
        {
            var translated = "";
            string? error = null;
            try
            {
                translated = Repaired(node.ToDuckDb(dialect, MySqlLetters.Folded(sql!)), repaired);
                var printed = await PrintedRows.OfAsync(workspace, translated, typeof(Item));
                var wanted = PrintedRows.Of(query.Reference(items, spans), typeof(Item));
                rows += printed.Count - 1;
                error = printed.SequenceEqual(wanted) ? null : $"other rows: {string.Join("; ", wanted.Except(printed).Take(2))} wanted, {string.Join("; ", printed.Except(wanted).Take(2))} returned";
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                error = e.Message;
            }

            findings.Add(KnownGaps.Translator, query.ToString(), $"{sql}\n-- in DuckDB\n{translated}", error);
        }

        output.WriteLine($"{PrintedQueries.Count} statements translated, {rows} rows");
        findings.ShouldBeExplained([KnownGaps.Translator]);
        rows.ShouldBeGreaterThan(PrintedQueries.Count);
        if (PrintedQueries.Count >= 500)
            Repairs.All.Where(r => r.Dialects.Contains(dialect)).Except(repaired).Select(r => r.Wrong.ToString()).ShouldBeEmpty("repairs of what is wrong no more");
    }

    string Repaired(string translated, HashSet<Repair> met)
    {
        foreach (var repair in Repairs.All.Where(r => r.Dialects.Contains(dialect)))
        {
            var repaired = repair.In(translated);
            if (repaired != translated)
                met.Add(repair);
            translated = repaired;
        }

        return translated;
    }
}
