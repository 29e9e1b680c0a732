using SqlHarness.Engines.Dialects;
using SqlHarness.Tables;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Engines.Dialects;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Queries composed at random: run as they are, printed and run as text, they return the reference's rows.</summary>
public class GeneratedQueryTests
{
    const int Count = 250;

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task Printed_text_of_random_queries_returns_the_references_rows(string engine)
    {
        var items = Item.Some(seed: 3, count: 60);
        var spans = Span.Of(items);
        await using var workspace = EngineCases.Named(engine).Open();
        var (itemTable, spanTable) = (workspace.Load(items), workspace.Load(spans));
        var failures = new List<string>();
        var rows = 0;
        foreach (var query in Enumerable.Range(0, Count).Select(GeneratedQuery.Of))
        {
            var sql = "";
            try
            {
                var expected = query.Reference(items, spans);
                sql = Dialect.Named(engine).Print<Item, Span, Item>(query.Query);
                var printed = await PrintedRows.OfAsync(workspace, sql, typeof(Item));
                var wanted = PrintedRows.Of(expected, typeof(Item));
                rows += printed.Count - 1;
                if (!printed.SequenceEqual(wanted))
                    failures.Add($"{query}\n{Differing(wanted, printed)}\n{sql}");
                if (!Bag.Same(expected, [.. query.Query(itemTable, spanTable)]))
                    failures.Add($"{query} run by linq2db");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"{query}\n{e.GetType().Name}: {e.Message}\n{sql}");
            }
        }

        failures.ShouldBeEmpty($"{failures.Count} of {Count} queries\n{string.Join("\n\n", failures.Take(5))}");
        rows.ShouldBeGreaterThan(Count * 5);
    }

    [Fact]
    public void Every_step_and_every_function_is_met_often()
    {
        var descriptions = Enumerable.Range(0, Count).Select(s => GeneratedQuery.Of(s).Description).ToList();
        Steps.Names.Where(name => descriptions.Sum(d => Occurrences(d, name)) < 5).ShouldBeEmpty();
        Expressions.FunctionNames.Where(name => descriptions.Sum(d => Occurrences(d, name + "(")) < 3).ShouldBeEmpty();
    }

    static int Occurrences(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    static string Differing(IReadOnlyList<string> wanted, IReadOnlyList<string> printed) =>
        $"{wanted.Count - 1} rows wanted, {printed.Count - 1} printed; missing: {string.Join("; ", Less(wanted, printed).Take(3))}; extra: {string.Join("; ", Less(printed, wanted).Take(3))}";

    static IEnumerable<string> Less(IEnumerable<string> rows, IReadOnlyList<string> others) =>
        rows.GroupBy(r => r).SelectMany(g => Enumerable.Repeat(g.Key, Math.Max(0, g.Count() - others.Count(o => o == g.Key))));
}
