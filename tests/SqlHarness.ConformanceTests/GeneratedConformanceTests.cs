using SqlHarness.Tables;
using SqlHarness.Tests.Queries.Generated;

namespace SqlHarness.ConformanceTests;

/// <summary>Queries composed at random of operators and portable functions return on every engine what their loops return.</summary>
public class GeneratedConformanceTests(ITestOutputHelper output)
{
    static readonly int Count = Math.Min(120, GeneratedQuery.CountOr(60));

    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Random_queries_have_one_answer(string engine)
    {
        var items = Item.Some(seed: 5, count: 60);
        var spans = Span.Of(items);
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var (itemTable, spanTable) = (workspace.Load(items), workspace.Load(spans));
        var (failures, rows) = (new List<string>(), 0);
        foreach (var query in Enumerable.Range(1000, Count).Select(GeneratedQuery.Of))
        {
            try
            {
                var answer = query.Query(itemTable, spanTable).ToList();
                rows += answer.Count;
                if (Bag.Compare(query.Reference(items, spans), answer, [nameof(Item.Id)]) is { IsEmpty: false } difference)
                    failures.Add($"{query}\n{difference}");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"{query}\n{e.GetType().Name}: {e.Message}");
            }
        }

        output.WriteLine($"{Count} queries, {rows} rows");
        failures.ShouldBeEmpty($"{failures.Count} of {Count} queries on {engine}:\n{string.Join("\n\n", failures.Take(8))}");
        rows.ShouldBeGreaterThan(Count * 5);
    }
}
