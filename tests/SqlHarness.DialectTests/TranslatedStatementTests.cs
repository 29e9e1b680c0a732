using SqlHarness.Engines;
using SqlHarness.Tests.Engines.Dialects;
using SqlHarness.Tests.Queries.Generated;

namespace SqlHarness.DialectTests;

/// <summary>
/// Printed statements of a dialect, translated to DuckDB by what is not ours, and run there. Not SQLite's, which has no times and no decimals of its own: to DuckDB its statements are of whole numbers; nor DuckDB's.
/// </summary>
public abstract class TranslatedStatementTests(string dialect, ITestOutputHelper output) : StatementTests(dialect, output)
{
    [Fact]
    public async Task Translated_to_duckdb_every_statement_returns_the_references_rows()
    {
        using var node = NodeParsers.Start();
        var items = Item.Some(seed: 3, count: 60);
        var spans = Span.Of(items);
        await using var workspace = Engine.DuckDb().Open();
        workspace.Load(items);
        workspace.Load(spans);
        await StandIns.CreateAsync(workspace, DialectName);
        var findings = new Findings(DialectName);
        var (rows, repaired) = (0, new HashSet<Repair>());
        foreach (var (query, sql) in PrintedQueries.Composed(DialectName).Where(c => c.Sql is not null))
        {
            var translated = "";
            string? error = null;
            try
            {
                translated = Repaired(node.ToDuckDb(DialectName, MySqlLetters.Folded(sql!)), repaired);
                var printed = await PrintedRows.OfAsync(workspace, translated, typeof(Item));
                var wanted = PrintedRows.Of(query.Reference(items, spans), typeof(Item));
                rows += printed.Count - 1;
                error = printed.SequenceEqual(wanted) ? null : $"{KnownGap.OtherRows}: {string.Join("; ", wanted.Except(printed).Take(2))} wanted, {string.Join("; ", printed.Except(wanted).Take(2))} returned";
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                error = e.Message;
            }

            findings.Add(KnownGaps.Translator, query.ToString(), $"{sql}\n-- in DuckDB\n{translated}", error);
        }

        Output.WriteLine($"{PrintedQueries.Count} statements translated, {rows} rows");
        findings.ShouldBeExplained([KnownGaps.Translator]);
        rows.ShouldBeGreaterThan(PrintedQueries.Count);
        if (PrintedQueries.Count >= 500)
            Repairs.All.Where(r => r.Dialects.Contains(DialectName)).Except(repaired).Select(r => r.Wrong.ToString()).ShouldBeEmpty("repairs of what is wrong no more");
    }

    string Repaired(string translated, HashSet<Repair> met)
    {
        foreach (var repair in Repairs.All.Where(r => r.Dialects.Contains(DialectName)))
        {
            var repaired = repair.In(translated);
            if (repaired != translated)
                met.Add(repair);
            translated = repaired;
        }

        return translated;
    }
}
