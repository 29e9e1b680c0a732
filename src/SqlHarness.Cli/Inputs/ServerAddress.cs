using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;

namespace SqlHarness.Cli.Inputs;

/// <summary>A table of a server: <c>postgresql:env:WAREHOUSE#analytics.events</c>.</summary>
sealed record ServerAddress(string Said, EngineAddress Server, string? Schema, string Table) : InputAddress(Said)
{
    /// <summary>Whether a text names a server.</summary>
    public static bool Names(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var i && Servers.Contains(text[..i]);

    /// <exception cref="BadInputException">It names no table, or no connection.</exception>
    public static ServerAddress Of(string text)
    {
        // A connection string may hold the mark too.
        var mark = text.LastIndexOf('#');
        var engine = text[..text.IndexOf(':', StringComparison.Ordinal)];
        if (mark < 0 || mark == text.Length - 1)
            throw new BadInputException($"{engine}: names no table; write {engine}:env:NAME#TABLE or {engine}:env:NAME#SCHEMA.TABLE.");
        var parts = Parts(text[(mark + 1)..]);
        return new($"{engine} table {text[(mark + 1)..]}", EngineAddress.Parse(text[..mark]), parts.Length == 2 ? parts[0] : null, parts[^1]);
    }
}
