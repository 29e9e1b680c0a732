using System.Data.Common;
using DuckDB.NET.Data;
using LinqToDB.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines;

namespace SqlHarness.Cli.Files;

/// <summary>The DuckDB that a command works in: in memory, spilling into a folder that is gone afterwards. It reads and writes files, shows its SQL and its progress, and can be interrupted.</summary>
sealed class Workbench : IAsyncDisposable
{
    readonly Terminal _terminal;
    readonly bool _showSql;

    Workbench(Workspace workspace, Terminal terminal, bool showSql, string folder) => (Workspace, _terminal, _showSql, Folder) = (workspace, terminal, showSql, folder);

    public Workspace Workspace { get; }

    /// <summary>A folder of this command's own.</summary>
    public string Folder { get; }

    /// <param name="options">Threads, memory, and whether statements are shown.</param>
    /// <param name="terminal">Where.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="runsQueries">Whether queries run on the workspace's connection too, which then shows all statements by itself.</param>
    public static async Task<Workbench> OpenAsync(CommonOptions options, Terminal terminal, CancellationToken cancellationToken, bool runsQueries = false)
    {
        var folder = Directory.CreateTempSubdirectory("sqlharness-").FullName;
        try
        {
            var engine = Engine.DuckDb(threads: options.Threads, memoryLimit: options.MemoryLimit);
            var workspace = await (options.ShowSql && runsQueries ? engine.OpenOnAsync(SqlTrace.To(terminal), cancellationToken) : engine.OpenAsync(cancellationToken)).ConfigureAwait(false);
            // DuckDB counts its progress only where it would draw a bar.
            await workspace.Connection.ExecuteAsync($"SET temp_directory = {SqlText.Literal(folder)}; SET enable_progress_bar = true; SET enable_progress_bar_print = false", cancellationToken).ConfigureAwait(false);
            return new(workspace, terminal, options.ShowSql && !runsQueries, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Runs a statement.</summary>
    /// <param name="what">What it does, for the progress line: <c>Writing events.csv</c>.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public Task ExecuteAsync(string what, string sql, CancellationToken cancellationToken) =>
        RunAsync(what, sql, connection => connection.ExecuteAsync(sql, cancellationToken), cancellationToken);

    /// <summary>Runs a query and reads its rows.</summary>
    public Task<List<T>> QueryAsync<T>(string what, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        RunAsync(what, sql, async connection =>
        {
            List<T> rows = [];
            var answer = await connection.ExecuteReaderAsync(sql, cancellationToken).ConfigureAwait(false);
            await using var _ = answer.ConfigureAwait(false);
            while (await answer.Reader!.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows.Add(read(answer.Reader));
            return rows;
        }, cancellationToken);

    /// <summary>The rows of a query, read as they are asked for.</summary>
    public IEnumerable<T> Rows<T>(string sql, Func<DbDataReader, T> read)
    {
        Show(sql);
        using var command = ((DuckDBConnection)Workspace.Connection.OpenDbConnection()).CreateCommand();
        command.CommandText = sql;
        // Without it the driver holds the whole result.
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    /// <summary>How much of the running statement is done, 0 to 100, as DuckDB says; null where it does not.</summary>
    public Func<double?> Percent
    {
        get
        {
            var connection = (DuckDBConnection)Workspace.Connection.OpenDbConnection();
            return () => connection.GetQueryProgress().Percentage is > 0 and var percent ? percent : null;
        }
    }

    /// <summary>Does other work that takes its time, with the same progress line.</summary>
    public Task WhileAsync(string what, Func<Task> work) => Progress.WhileAsync<object?>(_terminal, what, () => null, async () =>
    {
        await work().ConfigureAwait(false);
        return null;
    });

    public async ValueTask DisposeAsync()
    {
        await Workspace.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(Folder, recursive: true);
    }

    // Through linq2db's connection, whose interceptor stops a statement whatever DuckDB is doing; the driver's own token is forgotten while it plans.
    async Task<T> RunAsync<T>(string what, string sql, Func<DataConnection, Task<T>> run, CancellationToken cancellationToken)
    {
        Show(sql);
        cancellationToken.ThrowIfCancellationRequested();
        return await Progress.WhileAsync(_terminal, what, Percent, () => run(Workspace.Connection)).ConfigureAwait(false);
    }

    /// <summary>Prints a statement on stderr, if that is wanted.</summary>
    public void Show(string sql)
    {
        if (_showSql)
            Terminal.WriteLine(_terminal.Error, sql + ";\n");
    }
}
