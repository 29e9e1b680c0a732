using System.Runtime.CompilerServices;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Comparisons.Fingerprints;

/// <summary>Both sides are read at once; what one fails with is what is thrown, and nothing reads on behind.</summary>
public sealed class ReadAheadTests
{
    int _ended;

    [Fact]
    public async Task Both_are_read_to_their_ends()
    {
        await using var both = new ReadAhead<string>(Numbers(3), Numbers(200), 7, TestContext.Current.CancellationToken);
        List<string?> lefts = [], rights = [];
        for (var i = 0; i < 4; i++)
            lefts.Add(await both.LeftAsync());
        for (var i = 0; i < 201; i++)
            rights.Add(await both.RightAsync());
        lefts.ShouldBe(["0", "1", "2", null]);
        rights.ShouldBe([.. Enumerable.Range(0, 200).Select(i => $"{i}"), null]);
    }

    [Fact]
    public async Task The_side_that_fails_stops_the_other_and_says_why()
    {
        var both = new ReadAhead<string>(Forever(TestContext.Current.CancellationToken), Failing(), 64, TestContext.Current.CancellationToken);
        (await both.RightAsync()).ShouldBe("one");
        // Whichever side is asked: the left was stopped because the right failed.
        (await Should.ThrowAsync<InvalidDataException>(async () => { while (true) await both.LeftAsync(); })).Message.ShouldBe("the server is gone");
        await both.DisposeAsync();
        _ended.ShouldBe(2);
    }

    [Fact]
    public async Task Being_stopped_leaves_nothing_reading()
    {
        using var stop = new CancellationTokenSource();
        var both = new ReadAhead<string>(Forever(TestContext.Current.CancellationToken), Forever(TestContext.Current.CancellationToken), 64, stop.Token);
        (await both.LeftAsync()).ShouldBe("0");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => { while (true) await both.RightAsync(); });
        await both.DisposeAsync();
        _ended.ShouldBe(2);
    }

    async IAsyncEnumerable<string> Forever([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await Task.Delay(1, cancellationToken);
                yield return $"{i}";
            }
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    async IAsyncEnumerable<string> Failing()
    {
        try
        {
            yield return "one";
            await Task.Delay(20, TestContext.Current.CancellationToken);
            throw new InvalidDataException("the server is gone");
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    static async IAsyncEnumerable<string> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return $"{i}";
        }
    }
}
