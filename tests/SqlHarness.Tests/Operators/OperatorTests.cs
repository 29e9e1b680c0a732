using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Operators;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Operators;

/// <summary>Each operator equals its reference on generated cases, with a composite key that can be NULL. Exact duplicates tie in every order, so rows are told apart by content alone.</summary>
public sealed class OperatorTests
{
    static readonly IReadOnlyList<LogEvent[]> Cases = EventLogGenerator.Generate(new(), 1000, 7);

    // Duplicates would tie, and an order must be total within a key.
    static readonly LogEvent[] Rows = [.. Cases.SelectMany(c => c.Distinct())];

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Previous_values_equal_the_reference(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var table = workspace.Load(Rows);
        table.WithPrevious(e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Id).AsEnumerable().ShouldEqualPerCase(
            NeighbourReference.WithPrevious(Rows, e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => (long?)e.Id), r => r.Row.CaseId, engine);
        table.WithPrevious(e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Time).AsEnumerable().ShouldEqualPerCase(
            NeighbourReference.WithPrevious(Rows, e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Time), r => r.Row.CaseId, engine);
        table.WithPrevious(e => new { e.CaseId, e.Campaign }, e => new { e.Time, e.Id }, e => e.Campaign).AsEnumerable().ShouldEqualPerCase(
            NeighbourReference.WithPrevious(Rows, e => new { e.CaseId, e.Campaign }, e => new { e.Time, e.Id }, e => e.Campaign), r => r.Row.CaseId, engine);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Next_values_equal_the_reference(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        workspace.Load(Rows).WithNext(e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Time).AsEnumerable().ShouldEqualPerCase(
            NeighbourReference.WithNext(Rows, e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Time), r => r.Row.CaseId, engine);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Values_filled_forward_equal_the_reference(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        workspace.Load(Rows).FillForward(e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Campaign).AsEnumerable().ShouldEqualPerCase(
            FillForwardReference.Of(Rows, e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Campaign), r => r.Row.CaseId, engine);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_latest_and_the_first_of_a_key_equal_the_reference(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var table = workspace.Load(Rows);
        foreach (var pick in Enum.GetValues<Pick>())
        {
            table.LatestPer(e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, pick).AsEnumerable().ShouldEqualPerCase(
                LatestPerReference.Of(Rows, e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, pick), r => r.CaseId, $"{engine} {pick}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Range_joins_equal_their_references(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var table = workspace.Load(Rows);
        var ranges = table.WithNext(e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Time, "ranges");

        table.RangeJoin(ranges, e => new { e.CaseId, e.User }, e => e.Time, r => new { r.Row.CaseId, r.Row.User }, r => r.Row.Time, r => r.Next,
                (e, r) => new { Left = e, Right = r.Row.Id })
            .AsEnumerable().ShouldEqualPerCase(
                PerCase((rows, ranges) => RangeJoinReference.Inner(rows, ranges, e => new { e.CaseId, e.User }, e => e.Time, r => new { r.Row.CaseId, r.Row.User }, r => r.Row.Time, r => r.Next))
                    .Select(p => new { p.Left, Right = p.Right.Row.Id }), r => r.Left.CaseId, engine);
        table.LeftRangeJoin(ranges, e => new { e.CaseId, e.User }, e => e.Time, r => new { r.Row.CaseId, r.Row.User }, r => r.Row.Time, r => r.Next,
                (e, r) => new { Left = e, Right = (long?)r!.Row.Id })
            .AsEnumerable().ShouldEqualPerCase(
                PerCase((rows, ranges) => RangeJoinReference.Left(rows, ranges, e => new { e.CaseId, e.User }, e => e.Time, r => new { r.Row.CaseId, r.Row.User }, r => r.Row.Time, r => r.Next))
                    .Select(p => new { p.Left, Right = p.Right?.Row.Id }), r => r.Left.CaseId, engine);
    }

    // The reference is two nested loops: over all cases at once it would compare each row with 10,000.
    static IEnumerable<T> PerCase<T>(Func<LogEvent[], List<WithNext<LogEvent, DateTime?>>, IEnumerable<T>> reference) =>
        Rows.GroupBy(r => r.CaseId).Select(c => c.ToArray())
            .SelectMany(rows => reference(rows, [.. NeighbourReference.WithNext(rows, e => new { e.CaseId, e.User }, e => new { e.Time, e.Id }, e => e.Time)]));

    [Fact]
    public void Range_joins_are_planned_as_hash_joins()
    {
        using var workspace = Engine.DuckDb().Open();
        var table = workspace.Load(Rows);
        var ranges = table.WithNext(e => e.User, e => new { e.Time, e.Id }, e => e.Time, "ranges");
        var sql = table.LeftRangeJoin(ranges, e => e.User, e => e.Time, r => r.Row.User, r => r.Row.Time, r => r.Next, (e, r) => new { e.Id, Other = (long?)r!.Row.Id }).ToSqlQuery().Sql;
        using var command = workspace.Connection.OpenDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN " + sql;
        using var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();
        reader.GetString(1).ShouldContain("HASH_JOIN");
    }
}
