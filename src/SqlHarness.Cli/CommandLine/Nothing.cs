namespace SqlHarness.Cli.CommandLine;

/// <summary>Nothing to dispose of.</summary>
sealed class Nothing : IAsyncDisposable
{
    public static readonly Nothing Instance = new();

    Nothing() { }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
