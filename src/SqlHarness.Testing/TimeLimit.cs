namespace SqlHarness.Testing;

/// <summary>Makes a token that is cancelled by another, or when time is up.</summary>
static class TimeLimit
{
    public static CancellationTokenSource Of(TimeSpan limit, CancellationToken cancelled)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        // A timer of no time would race with what is quick.
        if (limit > TimeSpan.Zero)
            source.CancelAfter(limit);
        else
            source.Cancel();
        return source;
    }
}
