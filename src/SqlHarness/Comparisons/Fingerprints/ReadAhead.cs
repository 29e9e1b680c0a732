using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace SqlHarness.Comparisons;

/// <summary>Reads both sides at once, each in a task of its own, and on while what was read is looked at. Where one fails the other is stopped.</summary>
/// <typeparam name="T">What is read.</typeparam>
sealed class ReadAhead<T> : IAsyncDisposable where T : class
{
    readonly CancellationTokenSource _stop;
    readonly Channel<T>[] _read;
    readonly Task[] _reading;

    // What failed first; the other side was stopped for it.
    Exception? _cause;

    /// <param name="left">What is read of the left side.</param>
    /// <param name="right">What is read of the right side.</param>
    /// <param name="most">How many of each wait at most.</param>
    /// <param name="cancellationToken">Stops both.</param>
    public ReadAhead(IAsyncEnumerable<T> left, IAsyncEnumerable<T> right, int most, CancellationToken cancellationToken)
    {
        _read = [New(most), New(most)];
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _reading = [Task.Run(() => ReadAsync(left, _read[0].Writer), CancellationToken.None), Task.Run(() => ReadAsync(right, _read[1].Writer), CancellationToken.None)];
    }

    /// <summary>What comes next of the left side; null at its end.</summary>
    public Task<T?> LeftAsync() => NextAsync(_read[0].Reader);

    /// <summary>What comes next of the right side; null at its end.</summary>
    public Task<T?> RightAsync() => NextAsync(_read[1].Reader);

    /// <summary>Stops both and waits until they have.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_reading).ConfigureAwait(false);
        _stop.Dispose();
    }

    static Channel<T> New(int most) => Channel.CreateBounded<T>(new BoundedChannelOptions(most) { SingleReader = true, SingleWriter = true });

    async Task<T?> NextAsync(ChannelReader<T> from)
    {
        try
        {
            return await from.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false) && from.TryRead(out var next) ? next : null;
        }
        catch (Exception) when (_cause is not null)
        {
            ExceptionDispatchInfo.Throw(_cause);
            throw;
        }
    }

    async Task ReadAsync(IAsyncEnumerable<T> source, ChannelWriter<T> to)
    {
        try
        {
            await foreach (var one in source.WithCancellation(_stop.Token).ConfigureAwait(false))
                await to.WriteAsync(one, _stop.Token).ConfigureAwait(false);
            to.Complete();
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _cause, exception, null);
            to.Complete(exception);
            await _stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
