using SqlHarness.Tables;
using SqlHarness.Tests.Queries.Generated;

namespace SqlHarness.ConformanceTests;

/// <summary>Queries composed at random of operators and portable functions return on every engine what their loops return.</summary>
public class GeneratedConformanceTests(ITestOutputHelper output)
{
    static readonly int Count = Math.Min(150, GeneratedQuery.CountOr(60));

    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Random_queries_have_one_answer(string engine)
    {
        var items = Item.Some(seed: 5, count: 60);
        var spans = Span.Of(items);
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var (itemTable, spanTable) = (workspace.Load(items), workspace.Load(spans));
        var gaps = GeneratedGaps.Of(engine).ToDictionary(g => g, _ => 0);
        var (failures, rows) = (new List<string>(), 0);
        foreach (var query in Enumerable.Range(1000, Count).Select(GeneratedQuery.Of))
        {
            if (Failure(query, out var answered) is not { } failure)
                rows += answered;
            else if (gaps.Keys.FirstOrDefault(g => failure.Contains(g.Fragment, StringComparison.Ordinal)) is { } known)
                gaps[known]++;
            else
                failures.Add($"{query}\n{failure}");
        }

        output.WriteLine($"{Count} queries, {rows} rows; {string.Join("; ", gaps.Select(g => $"{g.Value} × {g.Key.Fragment}"))}");
        failures.ShouldBeEmpty($"{failures.Count} of {Count} queries on {engine}:\n{string.Join("\n\n", failures.Take(60))}");
        rows.ShouldBeGreaterThan(Count * 5);
        if (Count >= 60)
            gaps.Where(g => g.Value == 0 && !g.Key.Rare).ShouldBeEmpty("A gap that no query falls into is closed: delete its line.");

        string? Failure(GeneratedQuery query, out int answered)
        {
            answered = 0;
            try
            {
                var answer = query.Query(itemTable, spanTable).ToList();
                answered = answer.Count;
                return Bag.Compare(query.Reference(items, spans), answer, [nameof(Item.Id)]) is { IsEmpty: false } difference ? difference.ToString() : null;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return $"{e.GetType().Name}: {e.Message}";
            }
        }
    }
}
