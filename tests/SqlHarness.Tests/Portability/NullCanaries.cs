using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>linq2db takes every string for nullable and compares as C# does: <c>a = b OR both NULL</c>, on which no engine hash-joins.</summary>
public class NullCanaries
{
    static string SqlOf(IQueryable<int> query) => query.ToSqlQuery().Sql;

    static IQueryable<int> Namesakes(IQueryable<Reading> readings) => readings.LeftJoin(readings, (a, b) => a.Name == b.Name, (a, b) => a.Id);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Text_that_csharp_declares_not_null_joins_by_a_plain_equality(string engine)
    {
        var (plain, ours) = Canary.Ask(engine, Canary.Readings, readings => SqlOf(Namesakes(readings)));
        plain.ShouldContain("IS NULL");
        ours.ShouldNotContain("IS NULL");
        ours.ShouldMatch(@"Name\]? = \[?b\]?\.\[?Name");
    }

    [Fact]
    public void Text_that_csharp_declares_nullable_stays_nullable()
    {
        Reading[] rows = [.. Canary.Readings, new() { Id = 4, Value = 40, Note = "x" }];
        var (_, ours) = Canary.Ask("duckdb", rows, readings => readings.LeftJoin(readings, (a, b) => a.Note == b.Note, (a, b) => b.Id).Count());
        ours.ShouldBe(10);
    }

    [Fact]
    public void What_is_not_null_is_decided_for_one_connection_and_not_for_all()
    {
        using var plain = Canary.Plain("duckdb");
        using var workspace = Engine.DuckDb().Open();
        var readings = plain.With(Canary.Readings);
        SqlOf(Namesakes(workspace.Load(Canary.Readings))).ShouldNotContain("IS NULL");
        SqlOf(Namesakes(readings)).ShouldContain("IS NULL");
        LinqToDB.Common.Configuration.UseNullableTypesMetadata.ShouldBeFalse();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_column_that_csharp_declares_not_null_is_made_not_null(string engine)
    {
        var row = new Reading { Id = 1, Value = 1, Name = null! };
        using var plain = Canary.Plain(engine);
        plain.With(row).Single().Name.ShouldBeNull();
        using var workspace = EngineCases.Named(engine).Open();
        var readings = workspace.CreateTable<Reading>();
        Should.Throw<Exception>(() => workspace.Connection.Insert(row)).Message.ShouldContain("NOT NULL", Case.Insensitive);
        readings.Count().ShouldBe(0);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Keys_match_by_the_equality_of_sql(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var readings = workspace.Load(Canary.Readings);
        var asCSharp = readings.InnerJoin(readings, (a, b) => a.Rank == b.Rank, (a, b) => a.Id);
        SqlOf(asCSharp).ShouldContain("IS NULL");
        asCSharp.ToList().Order().ShouldBe([1, 2, 3]);
        var asSql = readings.InnerJoin(readings, (a, b) => SqlEquality.Matches(a.Rank, b.Rank), (a, b) => a.Id);
        SqlOf(asSql).ShouldNotContain("IS NULL");
        asSql.ToList().Order().ShouldBe([1, 3]);
    }
}
