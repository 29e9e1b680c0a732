using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.EventLogs;

namespace SqlHarness.Tests;

/// <summary>The README's code, as it stands there.</summary>
public class ReadmeExamples
{
    [Table("page_views")]
    sealed record PageView
    {
        [Column] public required long Id { get; init; }
        [Column] public required long UserId { get; init; }
        [Column] public required DateTime Time { get; init; }
        [Column] public required string Page { get; init; }
    }

    [Fact]
    public void Sessions_of_page_views()
    {
        var nine = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        PageView[] pageViews =
        [
            new() { Id = 1, UserId = 7, Time = nine, Page = "/" }, new() { Id = 2, UserId = 7, Time = nine.AddMinutes(30), Page = "/pricing" },
            new() { Id = 3, UserId = 7, Time = nine.AddMinutes(50), Page = "/health" }, new() { Id = 4, UserId = 7, Time = nine.AddMinutes(61), Page = "/" },
        ];

        using var workspace = Engine.DuckDb().Open();
        var views = workspace.Load(pageViews);

        var sessions = views
            .Where(v => v.Page != "/health")
            .Sessionize(v => v.UserId, v => v.Time, v => v.Id, new() { Gap = TimeSpan.FromMinutes(30) })
            .GroupBy(s => s.SessionId)
            .Select(g => new { SessionId = g.Key, Views = g.Count() });

        sessions.OrderBy(s => s.SessionId).ToList().Select(s => (s.SessionId, s.Views)).ShouldBe([(1, 2), (4, 1)]);
    }

    [Fact]
    public void Sessions_equal_their_reference()
    {
        var options = new SessionizeOptions();
        var query = Property.Of("sessionize", new EventLogKind(options),
            events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options), s => s.Event.CaseId,
            rows => SessionizeReference.Of(rows, e => e.User, e => e.Time, e => (long?)e.Id, options));

        query.Prove(EventLogGenerator.Generate(options, CaseBudget.FromEnvironment()), Engine.Sqlite(), Engine.DuckDb());
    }
}
