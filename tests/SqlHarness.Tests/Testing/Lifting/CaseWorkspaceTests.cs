using LinqToDB;
using LinqToDB.Internal.Linq;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Engines;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Loading, clearing and running of cases.</summary>
public sealed class CaseWorkspaceTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    static InputCase Case(params object[][] tables) => new(tables);

    [Theory, MemberData(nameof(Engines))]
    public async Task One_entity_twice_has_two_tables_and_keys_of_cases_do_not_collide(string engine)
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent), typeof(Parent)], Token);
        Parent first = new() { Id = 1, Name = "first" }, second = new() { Id = 1, Name = "second" };
        await workspace.LoadAsync([(4, Case([first], [second])), (9, Case([second], [first]))], Token);
        await workspace.LoadAsync([(5, Case([], [first]))], Token);
        var answer = await workspace.RunAsync(workspace.Table<Parent>(0).Join(workspace.Table<Parent>(1), x => x.Id, y => y.Id, (x, y) => new { Left = x.Name, Right = y.Name }), Token);
        answer.Results.Count.ShouldBe(2);
        answer.Results[4].Single().ShouldBe(new { Left = (string?)"first", Right = (string?)"second" });
        answer.Results[9].Single().ShouldBe(new { Left = (string?)"second", Right = (string?)"first" });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Every_type_is_stored_as_in_its_own_table(string engine)
    {
        Sample[] samples =
        [
            new() { Id = 1 },
            new()
            {
                Id = long.MaxValue, Flag = true, MaybeFlag = false, Small = -3, MaybeSmall = 4, Whole = int.MinValue, MaybeWhole = 5, MaybeBig = long.MinValue, Real = 0.1, MaybeReal = -2.5,
                Amount = 12.34m, MaybeAmount = -0.000001m, Name = "é😀", MaybeName = "", Key = Guid.Parse("ff000000-0000-0000-0000-000000000001"), MaybeKey = Guid.Empty,
                Time = new DateTime(1969, 3, 5, 7, 11, 13, DateTimeKind.Utc).AddMicroseconds(17), MaybeTime = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            },
        ];
        using var plain = Tested.Engine(engine).Open();
        var expected = plain.Load(samples).ToList();
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Sample)], Token);
        await workspace.LoadAsync([(1, Case([.. samples])), (2, new InputCase([[]]))], Token);
        var answer = await workspace.RunAsync(workspace.Table<Sample>(0), Token);
        answer.Results[1].ToList().ShouldBe(expected, ignoreOrder: true);
        answer.Results.Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sql_has_its_values_and_runs_as_it_stands(string engine)
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent)], Token);
        await workspace.LoadAsync([(1, Case([new Parent { Id = 7, Name = "it's" }]))], Token);
        var name = "it's";
        var query = workspace.Table<Parent>(0).Where(p => p.Name == name).Select(p => new { p.Id });
        for (var run = 0; run < 2; run++)
        {
            foreach (var sql in new[] { (await workspace.RunAsync(query, Token)).Sql, (await workspace.RunAloneAsync(query, Token)).Sql })
            {
                await using var command = workspace.Connection.OpenDbConnection().CreateCommand();
                command.CommandText = sql;
                Convert.ToInt32(await command.ExecuteScalarAsync(Token), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(7, sql);
                sql.ShouldContain("it''s");
            }
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_query_that_returns_nothing_has_no_results(string engine)
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent)], Token);
        (await workspace.RunAsync(workspace.Table<Parent>(0), Token)).Results.ShouldBeEmpty();
        await workspace.LoadAsync([(1, Case([new Parent { Id = 7 }]))], Token);
        (await workspace.RunAsync(workspace.Table<Parent>(0).Where(p => p.Id > 9), Token)).Results.ShouldBeEmpty();
        await workspace.ClearAsync(Token);
        (await workspace.RunAsync(workspace.Table<Parent>(0).GroupBy(p => Portable.Native(1)).Select(g => g.Count()), Token)).Results.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_case_alone_is_the_only_one(string engine)
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent)], Token);
        await Should.ThrowAsync<InvalidOperationException>(() => workspace.RunAloneAsync(workspace.Table<Parent>(0), Token));
        await workspace.LoadAsync([(1, Case([new Parent { Id = 1 }])), (2, Case([new Parent { Id = 1 }]))], Token);
        await Should.ThrowAsync<InvalidOperationException>(() => workspace.RunAloneAsync(workspace.Table<Parent>(0), Token));
        await workspace.ClearAsync(Token);
        await workspace.LoadAsync([(2, Case([new Parent { Id = 3 }]))], Token);
        (await workspace.RunAloneAsync(workspace.Table<Parent>(0), Token)).Results[2].Single().Id.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_load_that_fails_leaves_no_case(string engine)
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent), typeof(Timed)], Token);
        await Should.ThrowAsync<EngineException>(() => workspace.LoadAsync([(1, Case([new Parent { Id = 1 }], [new Timed { Time = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Local) }]))], Token));
        (await workspace.RunAsync(workspace.Table<Parent>(0), Token)).Results.ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentException>(() => workspace.LoadAsync([(1, Case([], [])), (1, Case([], []))], Token));
        await Should.ThrowAsync<ArgumentException>(() => workspace.LoadAsync([(1, Case([]))], Token));
        await workspace.LoadAsync([(1, Case([new Parent { Id = 1 }], []))], Token);
        (await workspace.RunAsync(workspace.Table<Parent>(0), Token)).Results.Single().Key.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_entity_that_cannot_be_a_table_is_refused_by_name(string engine) =>
        (await Should.ThrowAsync<EngineException>(() => CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Unusable)], Token))).Message.ShouldContain("Unusable.Rate");

    sealed class Unusable
    {
        public decimal Rate { get; init; }
    }

    // A result type of its own, since linq2db counts by type.
    sealed record Found(int Id, string? Name);

    [Theory, MemberData(nameof(Engines))]
    public async Task A_warm_run_translates_nothing(string engine)
    {
        List<long> misses = [];
        for (var run = 0; run < 3; run++)
        {
            await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent), typeof(Parent)], Token);
            await workspace.LoadAsync([(run, Case([new Parent { Id = run }], []))], Token);
            await workspace.RunAsync(workspace.Table<Parent>(0).Where(p => p.Id >= run).LeftJoin(workspace.Table<Parent>(1), (x, y) => x.Id == y.Id, (x, y) => new Found(x.Id, y.Name)), Token);
            misses.Add(Query<Found>.CacheMissCount);
        }

        misses[0].ShouldBeGreaterThan(0);
        misses.ShouldBe([misses[0], misses[0], misses[0]]);
    }

    sealed class Timed
    {
        public DateTime Time { get; init; }
    }
}
