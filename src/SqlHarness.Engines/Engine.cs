namespace SqlHarness.Engines;

/// <summary>A database that runs queries under SqlHarness's contract. Cheap to make; nothing is opened before <see cref="OpenAsync"/>.</summary>
public abstract class Engine
{
    /// <summary>The engine's name as the command spells it: <c>sqlite</c>, <c>duckdb</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Opens a connection with a work area of its own, after the engine's semantics were checked against the contract once.</summary>
    /// <exception cref="EngineException">The engine cannot be opened or breaks the contract.</exception>
    public abstract Task<Workspace> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>The same, for tests that are not async.</summary>
    public Workspace Open() => OpenAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
