using LinqToDB;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>
/// SQL has no window function in WHERE, ON, GROUP BY or within another window: linq2db gives up there, or sends SQL that engines refuse.
/// A sub-query between makes it right.
/// </summary>
public class SubQueryCanaries
{
    sealed record Step
    {
        public int Id { get; init; }
        public int Value { get; init; }
        public DateTime Time { get; init; }
        public DateTime? Before { get; init; }
    }

    static IQueryable<Step> Steps(IQueryable<Reading> readings) => readings.Select(r => new Step
    {
        Id = r.Id, Value = r.Value, Time = r.Time, Before = (DateTime?)Sql.Window.Lag(r.Time, w => w.OrderBy(r.Id)),
    });

    static readonly TimeSpan Gap = TimeSpan.FromMinutes(20);

    static IEnumerable<int> Consumed(IQueryable<Reading> readings, string consumer)
    {
        var steps = Steps(readings);
        return consumer switch
        {
            "Where" => steps.Where(s => s.Time - s.Before!.Value > Gap).Select(s => s.Id),
            "Where is null" => steps.Where(s => !s.Before.HasValue).Select(s => s.Id),
            "Where, after a Select" => steps.Select(s => new { s.Id, s.Before }).Where(s => !s.Before.HasValue).Select(s => s.Id),
            "Where, after Take" => steps.OrderBy(s => s.Id).Take(3).Where(s => !s.Before.HasValue).Select(s => s.Id),
            "Where, ordered" => steps.OrderBy(s => s.Id).Where(s => !s.Before.HasValue).Select(s => s.Id),
            "Where, inside Where" => readings.Where(r => steps.Where(s => !s.Before.HasValue).Any(s => s.Id == r.Id)).Select(r => r.Id),
            "Join" => steps.Join(readings, s => s.Time - s.Before!.Value > Gap ? s.Id : 0, r => r.Id, (s, r) => s.Id),
            "Join, other side" => readings.Join(steps, r => r.Id, s => s.Time - s.Before!.Value > Gap ? s.Id : 0, (r, s) => s.Id),
            "GroupJoin" => steps.GroupJoin(readings, s => s.Before, r => r.Time, (s, others) => s.Id * 10 + others.Count()).OrderBy(x => x),
            "SelectMany" => steps.SelectMany(s => readings.Where(r => s.Time - s.Before!.Value > Gap && r.Id == s.Id), (s, r) => s.Id),
            "InnerJoin" => steps.InnerJoin(readings, (s, r) => s.Time - s.Before!.Value > Gap && r.Id == s.Id, (s, r) => s.Id),
            "LeftJoin" => steps.LeftJoin(readings, (s, r) => s.Time - s.Before!.Value > Gap && r.Id == s.Id, (s, r) => s.Id * 10 + ((int?)r.Id ?? 0)).OrderBy(x => x),
            "LeftJoin, other side" => readings.LeftJoin(steps, (r, s) => s.Time - s.Before!.Value > Gap && r.Id == s.Id, (r, s) => r.Id * 10 + ((int?)s.Id ?? 0)).OrderBy(x => x),
            "GroupBy" => steps.GroupBy(s => s.Value % 10).Select(g => g.Sum(s => s.Time - s.Before!.Value > Gap ? s.Id : 0)),
            "Count" => [steps.Count(s => !s.Before.HasValue)],
            "LongCount" => [(int)steps.LongCount(s => !s.Before.HasValue)],
            "Any" => [steps.Any(s => !s.Before.HasValue) ? 1 : 0],
            "All" => [steps.All(s => s.Before.HasValue) ? 1 : 0],
            "First" => [steps.First(s => !s.Before.HasValue).Id],
            "FirstOrDefault" => [steps.FirstOrDefault(s => !s.Before.HasValue)!.Id],
            "Single" => [steps.Single(s => !s.Before.HasValue).Id],
            "SingleOrDefault" => [steps.SingleOrDefault(s => !s.Before.HasValue)!.Id],
            _ => throw new ArgumentOutOfRangeException(nameof(consumer), consumer, "Not a consumer of this test."),
        };
    }

    [Theory]
    [InlineData("Where", "2")]
    [InlineData("Where is null", "1")]
    [InlineData("Where, after a Select", "1")]
    [InlineData("Where, after Take", "1")]
    [InlineData("Where, ordered", "1")]
    [InlineData("Where, inside Where", "1")]
    [InlineData("Join", "2")]
    [InlineData("Join, other side", "2")]
    [InlineData("GroupJoin", "10 21 31")]
    [InlineData("SelectMany", "2")]
    [InlineData("InnerJoin", "2")]
    [InlineData("LeftJoin", "10 22 30")]
    [InlineData("LeftJoin, other side", "10 22 30")]
    [InlineData("GroupBy", "2")]
    [InlineData("Count", "1")]
    [InlineData("LongCount", "1")]
    [InlineData("Any", "1")]
    [InlineData("All", "0")]
    [InlineData("First", "1")]
    [InlineData("FirstOrDefault", "1")]
    [InlineData("Single", "1")]
    [InlineData("SingleOrDefault", "1")]
    public void A_window_column_can_be_consumed(string consumer, string right)
    {
        foreach (var engine in new[] { "sqlite", "duckdb" })
        {
            var (plain, ours) = Canary.Ask(engine, Canary.Readings, readings => Canary.Ids(() => Consumed(readings, consumer)));
            plain.ShouldBe("fails", engine);
            ours.ShouldBe(right, engine);
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_window_can_look_at_another_windows_answer(string engine)
    {
        var (plain, ours) = Canary.Ask(engine, Canary.Readings, readings => Canary.Ids(() => Steps(readings)
            .Select(s => new { s.Id, Starts = Sql.Window.Sum(s.Before.HasValue ? 0 : 1, w => w.OrderBy(s.Id)) }).OrderBy(x => x.Id).AsEnumerable().Select(x => x.Starts)));
        plain.ShouldBe("0 0 0");
        ours.ShouldBe("1 1 1");
    }

    /// <summary>Where linq2db places a sub-query itself, or SQL allows a window, ours places none.</summary>
    [Fact]
    public void What_needs_no_sub_query_gets_none()
    {
        using var workspace = Engine.DuckDb().Open();
        var steps = Steps(workspace.Load(Canary.Readings));
        foreach (var query in new IQueryable[] { steps, steps.Select(s => s.Before) })
            Selects(query).ShouldBe(1);
        Selects(steps.Where(s => s.Before != null)).ShouldBe(2);

        static int Selects(IQueryable query) => ((IQueryable<object?>)query.Cast<object?>()).ToSqlQuery().Sql.Split("SELECT").Length - 1;
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_distinct_of_what_is_computed_from_a_set_operation_stays_one_when_it_is_read_further(string engine)
    {
        var (plain, ours) = Canary.Ask(engine, Canary.Readings, readings =>
            readings.Concat(readings.Where(r => r.Value > 10)).Select(r => new { Tens = r.Value / 100 }).Distinct().Select(t => new { Next = t.Tens + 1 }).Distinct().Select(t => new { t.Next }).ToList().Count);
        ours.ShouldBe(1);
        plain.ShouldBe(3);
    }
}
