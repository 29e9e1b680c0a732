using System.Text.RegularExpressions;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Inputs;

/// <summary>What a user names as input: files, or a table of an engine.</summary>
/// <param name="Said">As it was said, without a secret; for messages.</param>
abstract partial record InputAddress(string Said)
{
    static readonly string[] Engines = ["sqlite", "duckdb"];
    /// <summary>Engines that are servers.</summary>
    protected static readonly string[] Servers = ["postgresql", "mariadb", "mysql", "clickhouse", "sqlserver", "bigquery", "snowflake", "databricks", "trino"];

    /// <summary>How inputs are named, for help texts.</summary>
    public const string Help = "A file or glob (.csv, .parquet, .jsonl; text also as .gz), - for standard input, sqlite:FILE#TABLE, duckdb:FILE#TABLE (FILE also as env:NAME), or a table of a server, as postgresql:env:NAME#SCHEMA.TABLE.";

    /// <exception cref="BadInputException">The text names an engine, but not so that it can be reached.</exception>
    public static InputAddress Parse(string text)
    {
        if (ServerAddress.Names(text))
            return ServerAddress.Of(text);
        if (Address().Match(text) is not { Success: true } match || !Engines.Contains(match.Groups["engine"].Value))
            return new FileAddress(text);
        var (engine, connection, table) = (match.Groups["engine"].Value, match.Groups["connection"].Value, match.Groups["table"].Value);
        if (table.Length == 0)
            throw new BadInputException($"{engine}: names no table; write {engine}:FILE#TABLE or {engine}:FILE#SCHEMA.TABLE.");
        var parts = Parts(table);
        return new TableAddress($"{engine} table {table}", engine, File(engine, connection), parts.Length == 2 ? parts[0] : null, parts[^1]);
    }

    /// <summary>A table's name, with its schema if it has one.</summary>
    /// <exception cref="BadInputException">It is none.</exception>
    protected static string[] Parts(string table)
    {
        var parts = Name().Matches(table).Select(m => m.Value.StartsWith('"') ? m.Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : m.Value).ToArray();
        return parts.Length is 1 or 2 ? parts : throw new BadInputException($"'{table}' is not a table; write TABLE or SCHEMA.TABLE, in double quotes where a name holds a dot.");
    }

    static string File(string engine, string connection)
    {
        var file = connection;
        if (connection.StartsWith("env:", StringComparison.Ordinal))
        {
            var name = connection["env:".Length..];
            file = Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new BadInputException($"The environment variable {name} is not set.");
        }

        if (file.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase))
            file = file["Data Source=".Length..].TrimEnd(';');
        return System.IO.File.Exists(file) ? file : throw new BadInputException($"There is no {engine} file {(file == connection ? file : "at " + connection)}.");
    }

    [GeneratedRegex("^(?<engine>[a-z]+):(?<connection>.+?)(#(?<table>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Address();

    [GeneratedRegex("\"([^\"]|\"\")+\"|[^.\"]+")]
    private static partial Regex Name();
}
