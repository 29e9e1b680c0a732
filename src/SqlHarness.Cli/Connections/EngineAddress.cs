using System.Data.Common;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers;

namespace SqlHarness.Cli.Connections;

/// <summary>An engine as a user names it: <c>sqlite</c>, <c>duckdb</c>, or <c>postgresql:env:WAREHOUSE</c>.</summary>
/// <param name="Name">The engine's name.</param>
/// <param name="Said">As it was said, without the connection string; for messages.</param>
/// <param name="ConnectionString">The connection string; null for an embedded engine in memory.</param>
sealed record EngineAddress(string Name, string Said, string? ConnectionString)
{
    const string Variable = "env:";

    /// <summary>How engines are named, for help texts.</summary>
    public static string Help { get; } = $"sqlite, duckdb, or ENGINE:CONNECTION, where ENGINE is one of {string.Join(", ", Dialect.All.Where(d => !IsEmbedded(d.Name)))} and CONNECTION a connection string, or env:NAME for one in an environment variable.";

    public bool IsServer => !IsEmbedded(Name);

    /// <summary>How the server is worked with.</summary>
    public Server Rules => Server.Of(Dialect.Named(Name));

    /// <exception cref="BadInputException">There is no such engine, or no connection to it.</exception>
    public static EngineAddress Parse(string text)
    {
        var (name, connection) = text.IndexOf(':', StringComparison.Ordinal) is > 0 and var i ? (text[..i], text[(i + 1)..]) : (text, "");
        try
        {
            Dialect.Named(name);
        }
        catch (DialectException e)
        {
            throw new BadInputException(e.Message.Replace("dialect", "engine", StringComparison.Ordinal), e);
        }

        if (IsEmbedded(name))
            return connection.Length == 0 ? new(name, name, null) : throw new BadInputException($"{name} proves queries in memory: name it without a file.");
        if (connection.Length == 0)
            throw new BadInputException($"{name}: names no connection; write {name}:env:NAME, where the environment variable NAME holds a connection string.");
        return connection.StartsWith(Variable, StringComparison.Ordinal) ? new(name, text, InEnvironment(connection[Variable.Length..])) : new(name, name, connection);
    }

    /// <summary>The engine.</summary>
    /// <param name="drivers">What makes connections.</param>
    /// <param name="printed">Whether the dialect's own text is run also where linq2db has a provider.</param>
    public Engine Engine(Drivers drivers, bool printed) => Name switch
    {
        "sqlite" => Engines.Engine.Sqlite(),
        "duckdb" => Engines.Engine.DuckDb(),
        _ => Engines.Engine.For(Dialect.Named(Name), Connect(drivers), printed),
    };

    /// <summary>Makes connections to a server.</summary>
    public Func<DbConnection> Connect(Drivers drivers)
    {
        var connect = drivers.Of(Name);
        return () => connect(ConnectionString!);
    }

    static bool IsEmbedded(string name) => name is "sqlite" or "duckdb";

    static string InEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new BadInputException($"The environment variable {name} is not set.");
}
