using LinqToDB.Data;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Tests.Comparisons.PlantedFaults;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Where others cut times.</summary>
public sealed class TimeTrapTests(TrapTables tables) : IClassFixture<TrapTables>
{
    static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    static TrapRow At(DateTime? at) => new() { Id = 1, At = at };

    static ComparisonOptions With(Tolerance tolerance) => new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.At)] = tolerance } };

    // DVT writes times in whole seconds.
    [Fact]
    public void A_microsecond_is_a_difference()
    {
        tables.Rows([At(Noon)], [At(Noon.AddMicroseconds(1))]).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows([At(Noon)], [At(Noon.AddMicroseconds(1))], new() { Key = [nameof(TrapRow.At)] }).ShouldBe((0, 0, 1, 1, 0));
    }

    // Casts to fewer digits round on some engines and cut on MariaDB; SQLite's format stops at 59.999.
    [Fact]
    public void A_precision_cuts_on_all_engines_before_1970_too()
    {
        var seconds = With(Tolerance.TimePrecision(TimeSpan.FromSeconds(1)));
        tables.Rows([At(Noon)], [At(Noon.AddMicroseconds(999_999))], seconds).ShouldBe((1, 0, 0, 0, 0));
        tables.Rows([At(Noon)], [At(Noon.AddMicroseconds(-1))], seconds).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows([At(DateTime.UnixEpoch.AddSeconds(-1))], [At(DateTime.UnixEpoch.AddMicroseconds(-1))], seconds).ShouldBe((1, 0, 0, 0, 0));
        tables.Rows([At(DateTime.UnixEpoch)], [At(DateTime.UnixEpoch.AddMicroseconds(-1))], seconds).ShouldBe((0, 1, 0, 0, 0));
    }

    // BigQuery writes the year 999 with three digits (DVT#1181).
    [Fact]
    public void Years_before_1000_are_years() => tables.Rows([At(new(999, 12, 31, 0, 0, 0, DateTimeKind.Utc))], [At(new(999, 12, 30, 0, 0, 0, DateTimeKind.Utc))]).ShouldBe((0, 1, 0, 0, 0));

    // The clocks of a zone go back over this hour; in UTC nothing does.
    [Fact]
    public void An_hour_is_a_difference_also_where_clocks_are_changed() =>
        tables.Rows([At(new(2024, 10, 27, 0, 30, 0, DateTimeKind.Utc))], [At(new(2024, 10, 27, 1, 30, 0, DateTimeKind.Utc))]).ShouldBe((0, 1, 0, 0, 0));

    // DVT compares a date and a time as dates. SQLite has no dates.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(12, 1)]
    public async Task A_date_is_its_midnight_and_no_other_time_of_the_day(int hour, long modified)
    {
        await using var workspace = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        await workspace.Connection.ExecuteAsync("CREATE TABLE day_rows AS SELECT CAST(1 AS BIGINT) AS id, DATE '2024-02-29' AS at", TestContext.Current.CancellationToken);
        using var loaded = new LoadedTables(workspace);
        var days = ComparedSide.Of(workspace.Connection, await workspace.ShapeOfAsync<DayRow>("day_rows", cancellationToken: TestContext.Current.CancellationToken));
        var found = await Comparison.OfAsync(days, loaded.Load([At(Noon.Date.AddHours(hour))], "r"), new() { Key = ["id"] }, cancellationToken: TestContext.Current.CancellationToken);
        (found.Rows.Modified, found.Rows.Identical).ShouldBe((modified, 1 - modified));
    }

    public sealed class DayRow : TableRow;
}
