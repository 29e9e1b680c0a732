using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Sessions;

namespace SqlHarness.Tests.Sessions;

/// <summary>The README's query: a user's own entity, a filter before, a group after.</summary>
public class CompositionTests
{
    [Table("views")]
    sealed record View
    {
        [Column] public required int Id { get; init; }
        [Column] public required string UserId { get; init; }
        [Column] public required string Region { get; init; }
        [Column] public required DateTime Time { get; init; }
        [Column] public required string Page { get; init; }
    }

    static View At(int id, string user, string region, int minute, string page = "/") =>
        new() { Id = id, UserId = user, Region = region, Page = page, Time = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddMinutes(minute) };

    [Theory]
    [InlineData("sqlite", Formulation.Window)]
    [InlineData("sqlite", Formulation.RunningCount)]
    [InlineData("sqlite", Formulation.RangeJoin)]
    [InlineData("duckdb", Formulation.Window)]
    [InlineData("duckdb", Formulation.RunningCount)]
    [InlineData("duckdb", Formulation.RangeJoin)]
    public void Filters_before_and_groups_after(string engine, Formulation formulation)
    {
        using var workspace = (engine == "sqlite" ? Engine.Sqlite() : Engine.DuckDb()).Open();
        var views = workspace.Load([At(1, "u", "EU", 0), At(2, "u", "EU", 29, "/health"), At(3, "u", "EU", 40), At(4, "u", "US", 5), At(5, "u", "US", 10)]);

        var sessions = views
            .Where(v => v.Page != "/health")
            .Sessionize(v => new { v.UserId, v.Region }, v => v.Time, v => v.Id, new() { Gap = TimeSpan.FromMinutes(30), Formulation = formulation })
            .GroupBy(s => s.SessionId)
            .Select(g => new { SessionId = g.Key, Views = g.Count() })
            .OrderBy(s => s.SessionId).ToList();

        sessions.Select(s => (s.SessionId, s.Views)).ShouldBe([(1, 1), (3, 1), (4, 2)]);
    }
}
