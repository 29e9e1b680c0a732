using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Engines;

public class WorkspaceTests
{
    public static TheoryData<string> Names => ["sqlite", "duckdb"];

    static Engine Named(string name) => name == "sqlite" ? Engine.Sqlite() : Engine.DuckDb();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Local_times_are_refused_with_row_and_column_and_nothing_stays(string engine)
    {
        await using var workspace = await Named(engine).OpenAsync(TestContext.Current.CancellationToken);
        var table = workspace.CreateTable<LogEvent>();
        LogEvent[] rows = [Row(1, DateTime.UnixEpoch), Row(2, DateTime.SpecifyKind(DateTime.UnixEpoch, DateTimeKind.Local))];

        var error = await Should.ThrowAsync<EngineException>(() => workspace.LoadAsync(table, rows, TestContext.Current.CancellationToken));

        error.Message.ShouldStartWith("Row 2, column event_time:");
        table.Count().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Times_finer_than_a_microsecond_are_refused(string engine)
    {
        using var workspace = Named(engine).Open();
        Should.Throw<EngineException>(() => workspace.Load([Row(1, DateTime.UnixEpoch.AddTicks(1))])).Message.ShouldContain("finer than a microsecond");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Microseconds_come_back_exact_and_utc(string engine)
    {
        using var workspace = Named(engine).Open();
        DateTime[] times = [new DateTime(2025, 1, 1, 9, 0, 59, DateTimeKind.Utc).AddMicroseconds(123456), new DateTime(1901, 12, 31, 23, 59, 59, DateTimeKind.Utc).AddMicroseconds(1)];
        var table = workspace.Load(times.Select((t, i) => Row(i, t)));
        var read = table.OrderBy(e => e.Id).Select(e => e.Time!.Value).ToList();
        read.ShouldBe(times);
        read.ShouldAllBe(t => t.Kind == DateTimeKind.Utc);
        table.Where(e => e.Time == times[1]).Select(e => e.Id).ToList().ShouldBe([1]);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named() =>
        Should.Throw<EngineException>(() => Engine.Sqlite("/no/such/folder/x.db").Open()).Message.ShouldContain("/no/such/folder/x.db");

    static LogEvent Row(long id, DateTime time) => new() { Id = id, User = 1, Time = time };
}
