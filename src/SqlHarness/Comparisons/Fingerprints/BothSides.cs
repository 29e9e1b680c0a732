namespace SqlHarness.Comparisons;

/// <summary>Asks the engines of both sides at once.</summary>
static class BothSides
{
    /// <summary>Both at once; where one fails, the other is stopped and not waited for in vain.</summary>
    public static async Task<(T, T)> AtOnceAsync<T>(Func<CancellationToken, Task<T>> one, Func<CancellationToken, Task<T>> other, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Embedded engines work on the caller's thread.
        Task<T>[] both = [Task.Run(() => one(stop.Token), stop.Token), Task.Run(() => other(stop.Token), stop.Token)];
        var first = await Task.WhenAny(both).ConfigureAwait(false);
        if (!first.IsCompletedSuccessfully)
            await stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await Task.WhenAll(both).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What failed first is the cause; the other was stopped for it.
            await first.ConfigureAwait(false);
            throw;
        }

        return (await both[0].ConfigureAwait(false), await both[1].ConfigureAwait(false));
    }
}
