namespace SqlHarness.Engines.Cancellation;

/// <summary>Interrupts one command while it runs, from the moment its token is cancelled until it has ended; never afterwards.</summary>
sealed class Interruption : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    readonly Lock _gate = new();
    readonly Timer _timer;
    readonly CancellationTokenRegistration _registration;
    Action? _interrupt;

    public Interruption(Action interrupt, CancellationToken cancellationToken)
    {
        _interrupt = interrupt;
        Token = cancellationToken;
        // Both engines forget an interrupt that comes before the command runs, DuckDB while it plans: once is not enough.
        _timer = new Timer(_ => Interrupt());
        _registration = cancellationToken.Register(() => _timer.Change(TimeSpan.Zero, Interval));
    }

    public CancellationToken Token { get; }

    public void Dispose()
    {
        lock (_gate)
            _interrupt = null;
        _registration.Dispose();
        _timer.Dispose();
    }

    void Interrupt()
    {
        lock (_gate)
            _interrupt?.Invoke();
    }
}
