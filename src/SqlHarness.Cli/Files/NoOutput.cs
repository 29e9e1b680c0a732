namespace SqlHarness.Cli.Files;

/// <summary>Where nothing is written: the result is shown only.</summary>
sealed class NoOutput : Output
{
    public override string Said => "The result";

    public override Task WriteAsync(Workbench bench, string query, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => default;
}
