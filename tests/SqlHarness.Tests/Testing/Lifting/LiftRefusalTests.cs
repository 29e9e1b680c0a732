using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Mapping;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements;
using SqlHarness.Tests.Engines;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>What cannot be lifted is refused by name, and leaves the workspace usable.</summary>
public sealed class LiftRefusalTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    [Table("parents_with_children")]
    sealed class Family
    {
        [Column, PrimaryKey] public int Id { get; set; }

        [Association(ThisKey = nameof(Id), OtherKey = nameof(Child.ParentId))]
        public IEnumerable<Child> Children { get; set; } = null!;
    }

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    async Task<string> RefusedAsync<TResult>(string engine, Func<IQueryable<Parent>, IQueryable<Child>, IQueryable<TResult>> query)
    {
        var workspace = cases.On(engine).All;
        var refusal = await Should.ThrowAsync<CannotLiftException>(() => workspace.RunAsync(query(workspace.Table<Parent>(0), workspace.Table<Child>(1))));
        await cases.EqualAsync(engine, (p, c) => p.Where(x => x.Id > 1));
        return refusal.Message;
    }

    static DataConnection Of(IQueryable<Parent> p) => (DataConnection)((ITable<Parent>)p).DataContext;

    [Fact]
    public async Task Skip_that_linq2db_applies_itself_except_to_a_case_alone()
    {
        (await RefusedAsync("sqlite", (p, c) => p.OrderBy(x => x.Id).Skip(2))).ShouldContain("SKIP");
        var token = TestContext.Current.CancellationToken;
        await using var alone = await CaseWorkspace.OpenAsync(Tested.Engine("sqlite"), [typeof(Parent)], token);
        await alone.LoadAsync([(1, new([[new Parent { Id = 1 }, new Parent { Id = 2 }]]))], token);
        (await alone.RunAloneAsync(alone.Table<Parent>(0).OrderBy(x => x.Id).Skip(1), token)).Results[1].Single().Id.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Rows_nested_in_rows(string engine) =>
        (await RefusedAsync(engine, (p, c) => p.Select(x => new { x.Id, Children = c.Where(y => y.ParentId == x.Id).ToList() }))).ShouldContain("several statements");

    [Theory, MemberData(nameof(Engines))]
    public async Task Raw_sql(string engine) => (await RefusedAsync(engine, (p, c) => Of(p).FromSql<Child>("children"))).ShouldContain("raw SQL");

    [Theory, MemberData(nameof(Engines))]
    public async Task A_sub_query_in_raw_sql(string engine) => (await RefusedAsync(engine, (p, c) => p.Select(x => new { Count = Sql.Expr<int>("(SELECT COUNT(*) FROM children)") }))).ShouldContain("raw SQL");

    [Theory, MemberData(nameof(Engines))]
    public async Task A_window_in_raw_sql(string engine) => (await RefusedAsync(engine, (p, c) => p.Select(x => new { Number = Sql.Expr<int>($"ROW_NUMBER() OVER (ORDER BY {x.Id})") }))).ShouldContain("raw SQL");

    [Theory, MemberData(nameof(Engines))]
    public async Task An_aggregate_in_raw_sql(string engine) => (await RefusedAsync(engine, (p, c) => p.Select(x => new { Count = Sql.Expr<int>("COUNT(*)") }))).ShouldContain("raw SQL");

    [Sql.Function("total", ServerSideOnly = true)]
    static double Total(int? value) => throw new ServerSideOnlyException(nameof(Total));

    [Fact]
    public async Task An_aggregate_that_is_mapped_as_a_function() => (await RefusedAsync("sqlite", (p, c) => p.Select(x => new { Sum = Total(x.Value) }))).ShouldContain("total(");

    [Sql.Extension("total({value})", IsAggregate = true, ServerSideOnly = true)]
    static double? TotalOf<T>(IEnumerable<T> rows, [ExprParameter] Func<T, int?> value) => throw new ServerSideOnlyException(nameof(TotalOf));

    [Fact]
    public async Task An_aggregate_of_all_rows_with_an_unknown_answer_over_nothing() =>
        (await RefusedAsync("sqlite", (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Sum = TotalOf(g, x => x.Value) }))).ShouldContain("over no rows");

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_table(string engine) => (await RefusedAsync(engine, (p, c) => p.Join(Of(p).GetTable<Child>().TableName("elsewhere"), x => x.Id, y => y.ParentId, (x, y) => new { x.Id }))).ShouldContain("elsewhere");

    // linq2db does not translate them for SQLite and DuckDB.
    [Theory]
    [InlineData(GroupingType.GroupBySets)]
    [InlineData(GroupingType.Rollup)]
    [InlineData(GroupingType.Cube)]
    public void Grouping_sets(GroupingType type)
    {
        var workspace = cases.On("duckdb").All;
        SqlStatement? statement = null;
        workspace.Connection.Rewrite = s => statement = s;
        _ = workspace.Table<Parent>(0).GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() }).ToSqlQuery();
        workspace.Connection.Rewrite = null;
        Should.NotThrow(() => Refusals.Check(statement!));
        statement!.SelectQuery!.GroupBy.GroupingType = type;
        Should.Throw<CannotLiftException>(() => Refusals.Check(statement)).Message.ShouldContain("ROLLUP");
    }

    [Fact]
    public async Task Distinct_on() => (await RefusedAsync("duckdb", (p, c) => p.OrderBy(x => x.Id).DistinctBy(x => x.Kind))).ShouldContain("DISTINCT ON");

    [Theory, MemberData(nameof(Engines))]
    public async Task An_association_is_lifted_in_a_join_and_refused_as_a_list(string engine)
    {
        var token = TestContext.Current.CancellationToken;
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Family), typeof(Child)], token);
        InputCase one = new([[new Family { Id = 1 }, new Family { Id = 2 }], [new Child { ParentId = 1, Value = 5 }]]);
        await workspace.LoadAsync([(1, one), (2, new([[new Family { Id = 1 }], []]))], token);
        var answer = await workspace.RunAsync(workspace.Table<Family>(0).SelectMany(f => f.Children.DefaultIfEmpty(), (f, c) => new { f.Id, Value = (int?)c!.Value }), token);
        answer.Results[1].OrderBy(r => r.Id).Select(r => r.Value).ShouldBe([5, null]);
        answer.Results[2].Select(r => r.Value).ShouldBe([null]);
        (await Should.ThrowAsync<CannotLiftException>(() => workspace.RunAsync(workspace.Table<Family>(0).LoadWith(f => f.Children), token))).Message.ShouldContain("several statements");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_query_on_another_connection(string engine)
    {
        await using var other = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent)], TestContext.Current.CancellationToken);
        await Should.ThrowAsync<ArgumentException>(() => cases.On(engine).All.RunAsync(other.Table<Parent>(0)));
    }
}
