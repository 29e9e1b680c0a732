using LinqToDB;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Engines;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Thousands of cases in a statement: what looks at every pair of cases would take minutes.</summary>
public sealed class ManyCasesTests
{
    const int Cases = 3000;
    const int RowsPerCase = 20;

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Are_answered_case_by_case(string engine)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var token = limit.Token;
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent), typeof(Child)], token);
        await workspace.LoadAsync([.. Enumerable.Range(0, Cases).Select(id => (id, new InputCase(
            [[.. Enumerable.Range(0, RowsPerCase).Select(i => new Parent { Id = i, Kind = id % 3 })], [.. Enumerable.Range(0, id % RowsPerCase).Select(i => new Child { ParentId = i, Value = i })]])))], token);
        var (p, c) = (workspace.Table<Parent>(0), workspace.Table<Child>(1));
        await ExpectAsync(p.Select(x => new { x.Id, Count = c.Count(y => y.ParentId == x.Id) }), (id, rows) => rows.Sum(r => r.Count) == id % RowsPerCase && rows.Count == RowsPerCase);
        await ExpectAsync(p.Where(x => !c.Any(y => y.ParentId == x.Id)), (id, rows) => rows.Count == RowsPerCase - id % RowsPerCase);
        await ExpectAsync(p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Children = c.Count() }), (id, rows) => rows.Single().Equals(new { Count = RowsPerCase, Children = id % RowsPerCase }));
        await ExpectAsync(c.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }), (id, rows) => rows.Single().Count == id % RowsPerCase);
        await ExpectAsync(p.LeftJoin(c.OrderBy(x => x.ParentId).Take(2), (x, y) => x.Id == y.ParentId, (x, y) => new { x.Id, Child = (int?)y.ParentId }), (id, rows) => rows.Count(r => r.Child != null) == Math.Min(2, id % RowsPerCase));

        async Task ExpectAsync<TResult>(IQueryable<TResult> query, Func<int, List<TResult>, bool> holds)
        {
            var results = (await workspace.RunAsync(query, token)).Results;
            for (var id = 0; id < Cases; id++)
                holds(id, [.. results[id]]).ShouldBeTrue($"case {id} of {query}");
        }
    }
}
