using SqlHarness.Engines.Dialects;

namespace SqlHarness.DialectTests;

/// <summary>Printed statements are accepted by parsers that are not ours.</summary>
public class ParserTests
{
    public static TheoryData<string> Dialects => [.. Dialect.All.Select(d => d.Name)];

    public static TheoryData<string, string> DialectsAndParsers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var dialect in Dialect.All)
            {
                foreach (var parser in Parsers.Of(dialect.Name))
                    data.Add(dialect.Name, parser);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Every_printed_statement_is_accepted_by_every_parser_of_its_dialect(string dialect)
    {
        using var node = NodeParsers.Start();
        var (statements, refused) = PrintedQueries.In(Dialect.Named(dialect));
        refused.ShouldBeLessThan(PrintedQueries.Count / 10, "queries that the dialect cannot express");
        statements.Count.ShouldBeGreaterThan(PrintedQueries.Count * 9 / 10);
        var rejected = new List<string>();
        foreach (var parser in Parsers.Of(dialect))
        {
            var met = new HashSet<KnownGap>();
            foreach (var (name, sql) in statements)
            {
                if (Parsers.Error(node, parser, dialect, sql) is not { } error)
                    continue;
                if (KnownGaps.All.FirstOrDefault(g => g.Explains(parser, dialect, sql, error)) is { } gap)
                    met.Add(gap);
                else
                    rejected.Add($"{parser} rejects {name}: {error}\n{sql}");
            }

            // Few queries do not meet every gap.
            if (PrintedQueries.Count < 100)
                continue;
            KnownGaps.All.Where(g => g.Checker == parser && g.Dialects.Contains(dialect)).Except(met).ShouldBeEmpty("known gaps that are none any more");
        }

        rejected.ShouldBeEmpty($"{rejected.Count} of {statements.Count}\n{string.Join("\n\n", rejected.Take(3))}");
    }

    [Theory]
    [MemberData(nameof(DialectsAndParsers))]
    public void Every_parser_rejects_broken_statements(string dialect, string parser)
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
            Parsers.Error(node, parser, dialect, statement).ShouldNotBeNull(statement);
        }
    }
}
