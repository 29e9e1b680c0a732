using SqlHarness.Engines.Dialects;
using SqlHarness.Tables;
using SqlHarness.Testing;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Engines.Dialects;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Queries composed at random: printed and run as text, run by linq2db, and proven for generated cases, they return the reference's rows. A class for each engine, so that they run side by side.</summary>
public abstract class GeneratedQueryTests(string engine, ITestOutputHelper output)
{
    static readonly int Count = GeneratedQuery.CountOr(500);

    // Every query is printed; run by linq2db on one of the engines, and proven on one of them, every fifth.
    readonly int _turn = engine == "sqlite" ? 0 : 1;

    [Fact]
    public async Task Printed_text_of_random_queries_returns_the_references_rows()
    {
        var items = Item.Some(seed: 3, count: 60);
        var spans = Span.Of(items);
        await using var workspace = EngineCases.Named(engine).Open();
        var (itemTable, spanTable) = (workspace.Load(items), workspace.Load(spans));
        var (rows, answered) = (0, 0);
        await AllAsync(Enumerable.Range(0, Count), async query =>
        {
            var expected = query.Reference(items, spans);
            var sql = Dialect.Named(engine).Print<Item, Span, Item>(query.Query);
            var printed = await PrintedRows.OfAsync(workspace, sql, typeof(Item));
            var wanted = PrintedRows.Of(expected, typeof(Item));
            rows += printed.Count - 1;
            answered += printed.Count > 1 ? 1 : 0;
            return !printed.SequenceEqual(wanted) ? $"{Differing(wanted, printed)}\n{sql}"
                : query.Seed % 2 == _turn && !Bag.Same(expected, [.. query.Query(itemTable, spanTable)]) ? "run by linq2db differs" : null;
        });
        output.WriteLine($"{Count} queries on {engine}, {answered} with rows, {rows} rows");
        rows.ShouldBeGreaterThan(Count * 5);
        answered.ShouldBeGreaterThan(Count * 3 / 4);
    }

    [Fact]
    public async Task Random_queries_are_proven_for_generated_cases()
    {
        var cases = 0;
        await AllAsync(Enumerable.Range(0, Count / 10).Select(i => i * 10 + _turn * 5), async query =>
        {
            var stated = Harness.For<Item, Span, Item>(query.Query).Named(query.ToString()).On(EngineCases.Named(engine)).Cases(20).Against((i, s) => query.Reference(i, s));
            // Some queries answer nothing for small tables; that many do is seen above.
            cases += (await new StatedProperty<Item>(stated.Plan with { MayExpectNothing = true }).CheckAsync(TestContext.Current.CancellationToken)).Sum(p => p.Cases);
            return null;
        });
        output.WriteLine($"{Count / 10} queries on {engine}, {cases} cases");
        cases.ShouldBe(Count / 10 * 20);
    }

    [Fact]
    public async Task A_mistake_in_any_kind_of_step_is_noticed()
    {
        var items = Item.Some(seed: 3, count: 60);
        var spans = Span.Of(items);
        await using var workspace = EngineCases.Named(engine).Open();
        var (itemTable, spanTable) = (workspace.Load(items), workspace.Load(spans));
        // Later steps may hide a mistake, so some queries of each kind are tried.
        var mistaken = Enumerable.Range(0, 1000).Select(GeneratedQuery.Of)
            .SelectMany(q => q.Steps.Select((s, i) => (Query: q, Index: i, Step: s))).Where(m => m.Step.Mistaken is not null).GroupBy(m => m.Step.Kind).ToList();
        mistaken.Count.ShouldBeGreaterThan(20);
        foreach (var kind in mistaken)
        {
            kind.Take(20).ShouldContain(m => !Bag.Same(m.Query.Reference(items, spans), m.Query.MistakenIn(m.Index).Query(itemTable, spanTable).ToList()), kind.Key);
        }
    }

    async Task AllAsync(IEnumerable<int> seeds, Func<GeneratedQuery, Task<string?>> failure)
    {
        var failures = new List<string>();
        foreach (var query in seeds.Select(GeneratedQuery.Of))
        {
            try
            {
                if (await failure(query) is { } text)
                    failures.Add($"{query}\n{text}");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"{query}\n{e.GetType().Name}: {e.Message}");
            }
        }

        failures.ShouldBeEmpty($"{failures.Count} of the queries on {engine}:\n{string.Join("\n\n", failures.Take(5))}");
    }

    static string Differing(IReadOnlyList<string> wanted, IReadOnlyList<string> printed) =>
        $"{wanted.Count - 1} rows wanted, {printed.Count - 1} printed; missing: {string.Join("; ", Less(wanted, printed).Take(3))}; extra: {string.Join("; ", Less(printed, wanted).Take(3))}";

    static IEnumerable<string> Less(IEnumerable<string> rows, IReadOnlyList<string> others) =>
        rows.GroupBy(r => r).SelectMany(g => Enumerable.Repeat(g.Key, Math.Max(0, g.Count() - others.Count(o => o == g.Key))));
}
