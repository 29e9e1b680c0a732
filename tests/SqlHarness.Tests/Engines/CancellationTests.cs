using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Engines.Cancellation;

namespace SqlHarness.Tests.Engines;

/// <summary>A token stops what runs on an engine. Each query here would run for many minutes; a test that does not stop it fails after seconds and leaves it behind.</summary>
public class CancellationTests
{
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan TooLong = TimeSpan.FromSeconds(5);

    [Table("numbers")]
    sealed record Number
    {
        [Column] public required long Id { get; init; }
    }

    static ITable<Number> Numbers(Workspace workspace, int count = 20_000) => workspace.Load(Enumerable.Range(0, count).Select(i => new Number { Id = i }));

    static IQueryable<long> Endless(IQueryable<Number> numbers) =>
        from a in numbers from b in numbers from c in numbers where (a.Id * 7 + b.Id * 3 + c.Id) % 1_000_003 == -1 select a.Id + b.Id + c.Id;

    // Not disposed when it fails: that would wait for the query.
    static async Task StopsAsync(Workspace workspace, Func<CancellationToken, Task> run)
    {
        using var cancellation = new CancellationTokenSource(Soon);
        var running = Task.Run(() => run(cancellation.Token), TestContext.Current.CancellationToken);
        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TooLong));
        workspace.Connection.Execute<int>("SELECT 6 * 7").ShouldBe(42);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_query_stops_when_its_token_is_cancelled(string engine)
    {
        var workspace = EngineCases.Named(engine).Open();
        var numbers = Numbers(workspace);
        await StopsAsync(workspace, token => Endless(numbers).ToListAsync(token));
        await StopsAsync(workspace, token => Endless(numbers).CountAsync(token));
        await StopsAsync(workspace, token => Endless(numbers).FirstOrDefaultAsync(token));
        numbers.Count().ShouldBe(20_000);
        workspace.Dispose();
    }

    // DuckDB computes the whole answer before its first row.
    [Fact]
    public async Task A_query_stops_between_two_rows_on_sqlite()
    {
        var workspace = Engine.Sqlite().Open();
        var numbers = Numbers(workspace);
        using var cancellation = new CancellationTokenSource();
        var read = 0;
        var running = Task.Run(async () =>
        {
            await foreach (var id in numbers.Where(n => n.Id < 3).Select(n => n.Id).Concat(Endless(numbers)).AsAsyncEnumerable().WithCancellation(cancellation.Token))
                if (++read == 3)
                    cancellation.CancelAfter(Soon);
        }, TestContext.Current.CancellationToken);
        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TooLong));
        read.ShouldBe(3);
        numbers.Count().ShouldBe(20_000);
        workspace.Dispose();
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_statement_stops_and_leaves_nothing(string engine)
    {
        var workspace = EngineCases.Named(engine).Open();
        var numbers = Numbers(workspace);
        var target = workspace.CreateTable<Number>("target");
        const string Rows = "FROM numbers a, numbers b, numbers c WHERE (a.\"Id\" * 7 + b.\"Id\" * 3 + c.\"Id\") % 1000003 = -1";
        var insert = $"INSERT INTO target SELECT \"Id\" FROM numbers UNION ALL SELECT a.\"Id\" {Rows}";
        await StopsAsync(workspace, token => workspace.Connection.ExecuteAsync(insert, token));
        target.Count().ShouldBe(0);
        await StopsAsync(workspace, token => workspace.Connection.ExecuteAsync<long>($"SELECT count(*) {Rows}", token));
        await StopsAsync(workspace, token => Endless(numbers).InsertAsync(target, id => new Number { Id = id }, token));
        target.Count().ShouldBe(0);
        workspace.Dispose();
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_transaction_can_be_rolled_back_after_a_cancelled_statement(string engine)
    {
        var workspace = EngineCases.Named(engine).Open();
        var numbers = Numbers(workspace);
        var target = workspace.CreateTable<Number>("target");
        var transaction = await workspace.Connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        target.Insert(() => new Number { Id = 1 });
        using var cancellation = new CancellationTokenSource(Soon);
        var running = Task.Run(() => Endless(numbers).InsertAsync(target, id => new Number { Id = id }, cancellation.Token), TestContext.Current.CancellationToken);
        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TooLong));
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        target.Count().ShouldBe(0);
        workspace.Add(target, new Number { Id = 2 }).ShouldBe(1);
        workspace.Dispose();
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_token_cancelled_while_the_query_is_prepared_is_not_missed(string engine)
    {
        var workspace = EngineCases.Named(engine).Open();
        Numbers(workspace);
        // Long to plan, and longer to run.
        var parts = Enumerable.Range(0, 150).Select(i => $"SELECT a.\"Id\" + {i} AS i FROM numbers a JOIN numbers b ON a.\"Id\" = b.\"Id\" WHERE a.\"Id\" > {i}");
        var sql = $"SELECT count(*) FROM ({string.Join(" UNION ALL ", parts)}) s, numbers x, numbers y WHERE (s.i * 7 + x.\"Id\" * 3 + y.\"Id\") % 1000003 = -1";
        for (var delay = 1; delay < 60; delay += 4)
        {
            using var cancellation = new CancellationTokenSource(delay);
            var running = Task.Run(() => workspace.Connection.ExecuteAsync<long>(sql, cancellation.Token), TestContext.Current.CancellationToken);
            await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TooLong), $"cancelled after {delay} ms");
        }
        workspace.Connection.Execute<int>("SELECT 6 * 7").ShouldBe(42);
        workspace.Dispose();
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_token_cancelled_after_its_query_interrupts_nothing(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var numbers = Numbers(workspace, 3_000);
        using var cancellation = new CancellationTokenSource();
        (await numbers.ToListAsync(cancellation.Token)).Count.ShouldBe(3_000);
        (await numbers.CountAsync(cancellation.Token)).ShouldBe(3_000);
        await workspace.Connection.ExecuteAsync("DELETE FROM numbers WHERE \"Id\" < 0", cancellation.Token);
        await cancellation.CancelAsync();
        // Long enough for an interrupt to reach it.
        var clock = Stopwatch.StartNew();
        do
            numbers.Count(a => numbers.Count(b => b.Id % 7 == a.Id % 7) < 0).ShouldBe(0);
        while (clock.ElapsedMilliseconds < 100);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task Leaving_a_loop_after_cancelling_its_token_is_no_error(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var numbers = Numbers(workspace, 100);
        using var cancellation = new CancellationTokenSource();
        await foreach (var number in numbers.OrderBy(n => n.Id).AsAsyncEnumerable().WithCancellation(cancellation.Token))
        {
            await cancellation.CancelAsync();
            number.Id.ShouldBe(0);
            break;
        }
        numbers.Count().ShouldBe(100);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_token_cancelled_after_the_workspace_is_gone_does_nothing(string engine)
    {
        var workspace = EngineCases.Named(engine).Open();
        using var cancellation = new CancellationTokenSource();
        var reading = Numbers(workspace, 100).AsAsyncEnumerable().GetAsyncEnumerator(cancellation.Token);
        (await reading.MoveNextAsync()).ShouldBeTrue();
        await workspace.DisposeAsync();
        // An exception on the timer's thread would end the process.
        await cancellation.CancelAsync();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await reading.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_cancelled_token_opens_and_runs_nothing(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var numbers = Numbers(workspace, 3);
        var cancelled = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => EngineCases.Named(engine).OpenAsync(cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => numbers.ToListAsync(cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => numbers.DeleteAsync(cancelled));
        numbers.Count().ShouldBe(3);
    }

    [Fact]
    public async Task An_interruption_is_repeated_until_the_command_has_ended_and_not_afterwards()
    {
        using var cancellation = new CancellationTokenSource();
        var (calls, third) = (0, new TaskCompletionSource());
        var interruption = new Interruption(() =>
        {
            if (++calls == 3)
                third.SetResult();
        }, cancellation.Token);
        await Task.Delay(60, TestContext.Current.CancellationToken);
        calls.ShouldBe(0);
        await cancellation.CancelAsync();
        await third.Task.WaitAsync(TooLong, TestContext.Current.CancellationToken);
        interruption.Dispose();
        var ended = calls;
        await Task.Delay(100, TestContext.Current.CancellationToken);
        calls.ShouldBe(ended);
    }
}
