using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;

namespace SqlHarness.Tests;

/// <summary>The README's code, as it stands there.</summary>
public class ReadmeExamples
{
    [Table("page_views")]
    public sealed record PageView
    {
        [Column, PrimaryKey] public required long Id { get; init; }
        [Column] public required long UserId { get; init; }
        [Column] public required DateTime Time { get; init; }
        [Column] public required string Page { get; init; }
    }

    public sealed record Visit(long UserId, DateTime Start, int Views);

    public static IQueryable<Visit> Visits(IQueryable<PageView> views) => views
        .Where(v => v.Page != "/health")
        .Sessionize(v => v.UserId, v => v.Time, v => v.Id, new() { Gap = TimeSpan.FromMinutes(30) })
        .GroupBy(s => new { s.Event.UserId, s.SessionStart })
        .Select(g => new Visit(g.Key.UserId, g.Key.SessionStart!.Value, g.Count()));

    [Fact]
    public void Visits_equal_the_loop() => Harness.For<PageView, Visit>(Visits).Against(VisitsByLoop).Check();

    public static IEnumerable<Visit> VisitsByLoop(IReadOnlyList<PageView> views)
    {
        foreach (var user in views.Where(v => v.Page != "/health").OrderBy(v => v.Time).GroupBy(v => v.UserId))
        {
            List<DateTime> visit = [];
            foreach (var view in user)
            {
                if (visit.Count > 0 && view.Time - visit[^1] > TimeSpan.FromMinutes(30))
                {
                    yield return new(user.Key, visit[0], visit.Count);
                    visit.Clear();
                }

                visit.Add(view.Time);
            }

            yield return new(user.Key, visit[0], visit.Count);
        }
    }

    [Fact]
    public void Visits_of_four_page_views()
    {
        var nine = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        PageView[] pageViews =
        [
            new() { Id = 1, UserId = 7, Time = nine, Page = "/" }, new() { Id = 2, UserId = 7, Time = nine.AddMinutes(30), Page = "/pricing" },
            new() { Id = 3, UserId = 7, Time = nine.AddMinutes(50), Page = "/health" }, new() { Id = 4, UserId = 7, Time = nine.AddMinutes(61), Page = "/" },
        ];

        using var workspace = Engine.DuckDb().Open();
        var visits = Visits(workspace.Load(pageViews)).ToList();

        visits.OrderBy(v => v.Start).ShouldBe([new(7, nine, 2), new(7, nine.AddMinutes(61), 1)]);
    }
}
