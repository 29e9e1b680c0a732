using System.Data.Common;
using System.Reflection;
using ClickHouse.Driver.ADO;
using Microsoft.Data.SqlClient;
using MySqlConnector;
using Npgsql;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Port;

namespace SqlHarness.Cli.Connections;

/// <summary>What makes connections: the command's own drivers, and the user's.</summary>
sealed class Drivers
{
    static readonly Dictionary<string, Func<string, DbConnection>> Own = new(StringComparer.Ordinal)
    {
        ["postgresql"] = connection => new NpgsqlConnection(connection),
        ["mariadb"] = connection => new MySqlConnection(connection),
        ["mysql"] = connection => new MySqlConnection(connection),
        ["clickhouse"] = connection => new ClickHouseConnection(connection),
        ["sqlserver"] = connection => new SqlConnection(connection),
    };

    readonly Type? _connection;

    Drivers(Type? connection) => _connection = connection;

    /// <summary>The drivers, with one of the user's for the engines that the command has none for.</summary>
    /// <param name="file">The user's ADO.NET driver, an assembly; null for none.</param>
    /// <exception cref="BadInputException">The assembly cannot be loaded, or has not exactly one connection.</exception>
    public static Drivers With(string? file)
    {
        if (file is null)
            return new(null);
        var found = UserAssembly.Use(file, a => a.GetTypes()).Where(t => typeof(DbConnection).IsAssignableFrom(t) && !t.IsAbstract && t.GetConstructor(Type.EmptyTypes) is not null).ToList();
        var types = found.Where(t => t.IsPublic).ToList() is { Count: > 0 } shown ? shown : found;
        return types is [var type] ? new(type)
            : throw new BadInputException($"{file} has {(types.Count == 0 ? "no class derived from DbConnection that can be made without arguments" : $"several connections: {string.Join(", ", types.Select(t => t.Name))}")}; --driver wants one.");
    }

    /// <summary>Makes connections to an engine from connection strings.</summary>
    /// <exception cref="BadInputException">There is no driver for it.</exception>
    public Func<string, DbConnection> Of(string engine) => _connection is not null && !Own.ContainsKey(engine) ? Made
        : Own.GetValueOrDefault(engine) ?? throw new BadInputException($"The command has no driver for {engine}: name your own ADO.NET driver by --driver FILE.dll.");

    DbConnection Made(string connectionString)
    {
        var connection = (DbConnection)Activator.CreateInstance(_connection!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;
        connection.ConnectionString = connectionString;
        return connection;
    }
}
