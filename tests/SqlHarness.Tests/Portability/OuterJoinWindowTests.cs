using LinqToDB;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>Windows over outer joins of random rows: SQLite and DuckDB answer what C# does.</summary>
public class OuterJoinWindowTests
{
    const int Rounds = 6;

    sealed record Row(int? Parent, int? Of, int? Child);

    sealed record Answer(int? Parent, int? Child, long? Value);

    static readonly string[] Joins = ["left", "right", "full"];
    static readonly string[] Forms = ["plain", "sub-query", "step", "of steps"];
    static readonly string[] Windows = ["number", "number, descending", "number in parts", "number in parts, descending", "rank", "rank, descending", "previous", "sum, descending"];

    static IQueryable<Row> Joined(string join, IQueryable<Parent> parents, IQueryable<Child> children) => join switch
    {
        "left" => parents.LeftJoin(children, (x, y) => x.Id == y.ParentId, (x, y) => new Row(x.Id, y.ParentId, y.Id)),
        "right" => parents.RightJoin(children, (x, y) => x.Id == y.ParentId, (x, y) => new Row(x.Id, y.ParentId, y.Id)),
        _ => parents.FullJoin(children, (x, y) => x.Id == y.ParentId, (x, y) => new Row(x.Id, y.ParentId, y.Id)),
    };

    static IQueryable<Row> Source(string form, string join, IQueryable<Parent> parents, IQueryable<Child> children) => form switch
    {
        "plain" => Joined(join, parents, children),
        "sub-query" => Joined(join, parents, children).AsSubQuery(),
        "step" => Joined(join, parents, children).AsCte("joined"),
        _ => Joined(join, parents.AsCte("some_parents"), children.Where(c => c.Id > 0).AsCte("some_children")),
    };

    static IQueryable<Answer> Query(string window, IQueryable<Row> rows) => window switch
    {
        "number" => rows.Select(r => new Answer(r.Parent, r.Child, Sql.Window.RowNumber(w => w.OrderBy(r.Of).ThenBy(r.Child).ThenBy(r.Parent)))),
        "number, descending" => rows.Select(r => new Answer(r.Parent, r.Child, Sql.Window.RowNumber(w => w.OrderByDesc(r.Of).ThenBy(r.Child).ThenBy(r.Parent)))),
        "number in parts" => rows.Select(r => new Answer(r.Parent, r.Child, Sql.Window.RowNumber(w => w.PartitionBy(r.Parent / 3).OrderBy(r.Of).ThenBy(r.Child).ThenBy(r.Parent)))),
        "number in parts, descending" => rows.Select(r => new Answer(r.Parent, r.Child,
            Sql.Window.RowNumber(w => w.PartitionBy(r.Parent / 3).OrderByDesc(r.Of).ThenByDesc(r.Child).ThenBy(r.Parent)))),
        "rank" => rows.Select(r => new Answer(r.Parent, r.Child, Sql.Window.Rank(w => w.OrderBy(r.Of)))),
        "rank, descending" => rows.Select(r => new Answer(r.Parent, r.Child, Sql.Window.Rank(w => w.OrderByDesc(r.Parent)))),
        "previous" => rows.Select(r => new Answer(r.Parent, r.Child, Sql.Window.Lag(r.Parent, w => w.PartitionBy(r.Parent / 3).OrderBy(r.Of).ThenBy(r.Child).ThenBy(r.Parent)))),
        _ => rows.Select(r => new Answer(r.Parent, r.Child,
            Sql.Window.Sum(r.Child, w => w.OrderByDesc(r.Of).ThenByDesc(r.Child).ThenBy(r.Parent).RowsBetween.Unbounded.And.CurrentRow))),
    };

    static IEnumerable<Row> JoinedInCSharp(string join, Parent[] parents, Child[] children)
    {
        var pairs = parents.SelectMany(x => children.Where(y => y.ParentId == x.Id).Select(y => new Row(x.Id, y.ParentId, y.Id)));
        var alone = parents.Where(x => children.All(y => y.ParentId != x.Id)).Select(x => new Row(x.Id, null, null));
        var orphans = children.Where(y => parents.All(x => x.Id != y.ParentId)).Select(y => new Row(null, y.ParentId, y.Id));
        return pairs.Concat(join == "right" ? [] : alone).Concat(join == "left" ? [] : orphans);
    }

    // NULL is C#'s smallest value.
    static IEnumerable<Answer> InCSharp(string window, Row[] rows)
    {
        foreach (var part in rows.GroupBy(r => window is "previous" || window.Contains("parts", StringComparison.Ordinal) ? r.Parent / 3 : 0))
        {
            var down = window.EndsWith("descending", StringComparison.Ordinal);
            var byOf = down ? part.OrderByDescending(r => r.Of) : part.OrderBy(r => r.Of);
            var sorted = (down && window != "number, descending" ? byOf.ThenByDescending(r => r.Child) : byOf.ThenBy(r => r.Child)).ThenBy(r => r.Parent).ToArray();
            for (var i = 0; i < sorted.Length; i++)
            {
                var row = sorted[i];
                var before = sorted[..(i + 1)].Where(r => r.Child != null).ToList();
                yield return new(row.Parent, row.Child, window switch
                {
                    "rank" => 1 + part.Count(r => Comparer<int?>.Default.Compare(r.Of, row.Of) < 0),
                    "rank, descending" => 1 + part.Count(r => Comparer<int?>.Default.Compare(r.Parent, row.Parent) > 0),
                    "previous" => i == 0 ? null : sorted[i - 1].Parent,
                    "sum, descending" => before is [] ? null : before.Sum(r => r.Child),
                    _ => i + 1,
                });
            }
        }
    }

    static string Text(IEnumerable<Answer> answers) => string.Join("\n", answers.Select(a => a.ToString()).Order(StringComparer.Ordinal));

    static (Parent[] Parents, Child[] Children) Drawn(Random random) =>
        ([.. Enumerable.Range(1, 8).Where(_ => random.Next(2) == 0).Select(i => new Parent { Id = i })],
        [.. Enumerable.Range(10, 6).Where(_ => random.Next(4) > 0).Select(i => new Child { Id = i, ParentId = random.Next(1, 9) })]);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void An_engine_answers_what_csharp_does(string engine)
    {
        var random = new Random(20250101);
        for (var round = 0; round < Rounds; round++)
        {
            var (parents, children) = Drawn(random);
            using var workspace = EngineCases.Named(engine).Open();
            var (loadedParents, loadedChildren) = (workspace.Load(parents), workspace.Load(children));
            foreach (var (join, form, window) in Joins.SelectMany(_ => Forms, (j, f) => (j, f)).SelectMany(_ => Windows, (p, w) => (p.j, p.f, w)))
            {
                Text(Query(window, Source(form, join, loadedParents, loadedChildren)))
                    .ShouldBe(Text(InCSharp(window, [.. JoinedInCSharp(join, parents, children)])), $"{window} over {join} join, {form}, on {engine}, round {round}");
            }
        }
    }

    [Fact]
    public void Plain_linq2db_on_duckdb_does_not()
    {
        var random = new Random(20250101);
        var (parents, children) = Drawn(random);
        using var plain = Canary.Plain("duckdb");
        var (loadedParents, loadedChildren) = (plain.With(parents), plain.With(children));
        // NULL is last there in both directions: where order descends that is right.
        Windows.Where(window => Text(Query(window, Joined("full", loadedParents, loadedChildren))) == Text(InCSharp(window, [.. JoinedInCSharp("full", parents, children)])))
            .ShouldBe(["number, descending", "number in parts, descending", "rank, descending", "sum, descending"]);
    }
}
