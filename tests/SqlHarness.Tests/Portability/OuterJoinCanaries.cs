using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>What an outer join fills with NULL is NULL in windows, in orders and behind CTEs, whatever the column itself is; linq2db forgets it in each of these places.</summary>
public class OuterJoinCanaries
{
    sealed record Keyed(int Id, int? Key);

    // Each gives the parents' ids with a key that is NULL for the first alone and grows with the id.
    static IQueryable<Keyed> Rows(string how, IQueryable<Parent> parents, IQueryable<Child> children) => how switch
    {
        "LEFT" => parents.LeftJoin(children, (x, y) => x.Id == y.ParentId, (x, y) => new Keyed(x.Id, y.ParentId)),
        "RIGHT" => children.RightJoin(parents, (y, x) => x.Id == y.ParentId, (y, x) => new Keyed(x.Id, y.ParentId)),
        "FULL" => parents.FullJoin(children, (x, y) => x.Id == y.ParentId, (x, y) => new Keyed(x.Id, y.ParentId)),
        "FULL, the other way" => children.FullJoin(parents, (y, x) => x.Id == y.ParentId, (y, x) => new Keyed(x.Id, y.ParentId)),
        "DefaultIfEmpty" => from x in parents from y in children.Where(y => x.Id == y.ParentId).DefaultIfEmpty() select new Keyed(x.Id, y.ParentId),
        "a group with DefaultIfEmpty" => from x in parents join y in children on x.Id equals y.ParentId into g from y in g.DefaultIfEmpty() select new Keyed(x.Id, y.ParentId),
        "an expression" => parents.LeftJoin(children, (x, y) => x.Id == y.ParentId, (x, y) => new Keyed(x.Id, y.ParentId * 2 + 1)),
        "a sub-query" => Rows("LEFT", parents, children).AsSubQuery(),
        "LEFT of a sub-query" => parents.LeftJoin(children.Select(y => new { y.ParentId, Twice = y.Id * 2 }).AsSubQuery(), (x, y) => x.Id == y.ParentId, (x, y) => new Keyed(x.Id, y.Twice)),
        "LEFT of groups" => parents.LeftJoin(children.GroupBy(y => y.ParentId).Select(g => new { g.Key, Sum = g.Sum(y => y.Id) }), (x, y) => x.Id == y.Key, (x, y) => new Keyed(x.Id, y.Sum)),
        "a greatest of none" => parents.Select(x => new Keyed(x.Id, children.Where(y => y.ParentId == x.Id).Max(y => (int?)y.ParentId))),
        "a first of none" => parents.Select(x => new Keyed(x.Id, children.Where(y => y.ParentId == x.Id).Select(y => (int?)y.ParentId).FirstOrDefault())),
        "a group of none" => Rows("LEFT", parents, children).GroupBy(r => r.Id).Select(g => new Keyed(g.Key, g.Max(r => r.Key))),
        "UNION" => Rows("LEFT", parents.Where(x => x.Id == 1), children).Concat(parents.Where(x => x.Id > 1).Select(x => new Keyed(x.Id, x.Id))),
        "a CTE" => Rows("LEFT", parents, children).AsCte("joined"),
        "a CTE of a CTE" => Rows("a CTE", parents, children).Where(r => r.Id > 0).AsCte("again"),
        "a CTE of a UNION" => Rows("UNION", parents, children).AsCte("united"),
        "a CTE of a sub-query" => Rows("a sub-query", parents, children).Where(r => r.Id > 0).AsCte("joined"),
        "LEFT of a CTE" => Rows("LEFT", parents, children.Where(y => y.Id > 0).AsCte("some")),
        "RIGHT of a CTE" => Rows("RIGHT", parents, children.Where(y => y.Id > 0).AsCte("some")),
        "FULL of CTEs" => Rows("FULL", parents.AsCte("parents_once"), children.AsCte("children_once")),
        "a CTE of a LEFT of a CTE" => Rows("LEFT of a CTE", parents, children).AsCte("joined"),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Not a query of this test."),
    };

    public static TheoryData<string> All =>
    [
        "LEFT", "RIGHT", "FULL", "FULL, the other way", "DefaultIfEmpty", "a group with DefaultIfEmpty", "an expression", "a sub-query", "LEFT of a sub-query", "LEFT of groups",
        "a greatest of none", "a first of none", "a group of none", "UNION", .. Ctes,
    ];

    public static TheoryData<string> Ctes => ["a CTE", "a CTE of a CTE", "a CTE of a UNION", "a CTE of a sub-query", "LEFT of a CTE", "RIGHT of a CTE", "FULL of CTEs", "a CTE of a LEFT of a CTE"];

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_join_fills_comes_first_in_a_window(string how) => Differ(rows => Numbered(rows.Select(r => new Keyed(r.Id, (int)Sql.Window.RowNumber(w => w.OrderBy(r.Key))))), how,
        "2 3 1", "1 2 3");

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_join_fills_comes_first_in_a_part_of_a_window(string how) => Differ(
        rows => Numbered(rows.Select(r => new Keyed(r.Id, (int)Sql.Window.RowNumber(w => w.PartitionBy(r.Id / 10).OrderBy(r.Id / 10).ThenBy(r.Key))))), how, "2 3 1", "1 2 3");

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_join_fills_comes_last_in_a_descending_window(string how) =>
        Answers(rows => Numbered(rows.Select(r => new Keyed(r.Id, (int)Sql.Window.RowNumber(w => w.OrderByDesc(r.Key))))), how).ShouldBe("3 2 1");

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_join_fills_is_taken_first(string how) => Differ(rows => rows.OrderBy(r => r.Key).Take(1).Select(r => r.Id), how, "2", "1");

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_join_fills_is_taken_last_where_order_descends(string how) => Answers(rows => rows.OrderByDescending(r => r.Key).Take(2).Select(r => r.Id), how).ShouldBe("3 2");

    [Theory]
    [InlineData("a CTE", "")]
    [InlineData("a CTE of a CTE", "")]
    [InlineData("LEFT of a CTE", "")]
    [InlineData("FULL of CTEs", "")]
    [InlineData("a CTE of a LEFT of a CTE", "")]
    [InlineData("a CTE of a sub-query", "")]
    // A union of which one branch is an outer join.
    [InlineData("a CTE of a UNION", "")]
    public void Rows_without_a_partner_are_found_behind_a_cte(string how, string wrong) => Differ(rows => rows.Where(r => r.Key == null).Select(r => r.Id), how, wrong, "1");

    [Theory]
    [InlineData("a CTE", "3")]
    [InlineData("LEFT of a CTE", "3")]
    public void Rows_without_a_partner_differ_from_any_value_behind_a_cte(string how, string wrong) =>
        Differ(rows => rows.Where(r => r.Key != 2).Select(r => r.Id).ToList().Order(), how, wrong, "1 3");

    [Theory]
    [InlineData("a CTE", "1 2 3")]
    [InlineData("LEFT of a CTE", "1 2 3")]
    public void A_key_that_a_join_fills_has_no_value_behind_a_cte(string how, string wrong) =>
        Differ(rows => rows.Where(r => r.Key.HasValue).Select(r => r.Id).ToList().Order(), how, wrong, "2 3");

    [Theory]
    [InlineData("a CTE", "")]
    [InlineData("LEFT of a CTE", "")]
    public void A_default_for_what_a_join_fills_is_kept_behind_a_cte(string how, string wrong) => Differ(rows => rows.Where(r => (r.Key ?? -1) == -1).Select(r => r.Id), how, wrong, "1");

    [Theory]
    [InlineData("LEFT")]
    [InlineData("a CTE")]
    [InlineData("LEFT of a CTE")]
    public void A_key_that_is_never_null_has_no_position(string how)
    {
        using var workspace = Engine.DuckDb().Open();
        var rows = Rows(how, workspace.Load(Parent.Three), workspace.Load(Child.Two));
        rows.Select(r => Sql.Window.RowNumber(w => w.OrderBy(r.Id))).ToSqlQuery().Sql.ShouldNotContain("NULLS");
        rows.OrderBy(r => r.Id).Take(1).ToSqlQuery().Sql.ShouldNotContain("NULLS");
        rows.Select(r => Sql.Window.RowNumber(w => w.OrderBy(r.Key))).ToSqlQuery().Sql.ShouldContain("NULLS FIRST");
        using var sqlite = Engine.Sqlite().Open();
        // NULL is the smallest there without a word, and an index serves.
        Rows(how, sqlite.Load(Parent.Three), sqlite.Load(Child.Two)).Select(r => Sql.Window.RowNumber(w => w.OrderBy(r.Key))).ToSqlQuery().Sql.ShouldNotContain("NULLS");
    }

    static IEnumerable<int> Numbered(IQueryable<Keyed> rows) => rows.ToList().OrderBy(r => r.Key).Select(r => r.Id);

    static void Differ(Func<IQueryable<Keyed>, IEnumerable<int>> question, string how, string wrong, string right)
    {
        using var plain = Canary.Plain("duckdb");
        Canary.Ids(() => question(Rows(how, plain.With(Parent.Three), plain.With(Child.Two)))).ShouldBe(wrong);
        Answers(question, how).ShouldBe(right);
    }

    static string Answers(Func<IQueryable<Keyed>, IEnumerable<int>> question, string how)
    {
        var (sqlite, duckDb) = (On("sqlite"), On("duckdb"));
        sqlite.ShouldBe(duckDb);
        return sqlite;

        string On(string engine)
        {
            using var workspace = EngineCases.Named(engine).Open();
            return Canary.Ids(() => question(Rows(how, workspace.Load(Parent.Three), workspace.Load(Child.Two))));
        }
    }
}
