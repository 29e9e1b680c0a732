using System.Data.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Sessionize;

/// <summary>Sessions by the library's query on SQLite: user, time and id go there by row number, and the sessions come back by it. The rest of a row stays in the workbench.</summary>
sealed class SqliteSessions(Workbench bench, InputTable input, EventColumns columns, SessionizeOptions options, ColumnType? newSessionOn)
{
    const string Events = "sqlharness_events", Row = "sqlharness_row", Found = "sqlharness_found", FoundRow = "sqlharness_found_row", SessionId = "sqlharness_session_id", SessionStart = "sqlharness_session_start";

    [Table("events")]
    sealed record Event<TUser, TId>
    {
        [Column("row")] public required long Row { get; init; }

        [Column("user")] public TUser? User { get; init; }

        [Column("time")] public DateTime? Time { get; init; }

        [Column("id"), NotNull] public required TId Id { get; init; }

        [Column("split")] public string? Split { get; init; }
    }

    [Table(Found)]
    sealed record Session<TSessionId>
    {
        [Column(FoundRow)] public required long Row { get; init; }

        [Column(SessionId)] public TSessionId? Id { get; init; }

        [Column(SessionStart)] public DateTime? Start { get; init; }
    }

    /// <exception cref="BadInputException">User or id are of a type that SQLite has not.</exception>
    public async Task<SessionRows> FindAsync(CancellationToken cancellationToken)
    {
        var (user, time, id) = columns;
        if (new[] { user, id }.FirstOrDefault(c => c.Type == typeof(decimal)) is { } wide)
            throw new BadInputException($"{input.Said}: column {wide.Name} is {input.Column(wide.Name).DatabaseType}, which SQLite cannot hold; use --engine duckdb.");
        await bench.ExecuteAsync($"Reading {input.Said}", $"CREATE TEMP TABLE {Events} AS SELECT row_number() OVER () AS {Row}, * FROM {input.From}", cancellationToken).ConfigureAwait(false);
        await (user.Type == typeof(long) ? FindAsync<long?>(cancellationToken) : FindAsync<string>(cancellationToken)).ConfigureAwait(false);
        return new($"{Events} JOIN {Found} ON {FoundRow} = {Row}",
            $"{string.Join(", ", input.Columns.Select(c => SqlText.Name(c.Name)))}, {SessionCells.Select(input.Column(id.Name), input.Column(time.Name), SessionId, SessionStart)}",
            string.Join(", ", new[] { user, time, id }.Select(c => $"{c.Sql} NULLS FIRST")));
    }

    Task FindAsync<TUser>(CancellationToken cancellationToken) => columns.Id.Type == typeof(long)
        ? FindAsync<TUser, long, long?>(events => events.Sessionize(e => e.User, e => e.Time, e => e.Id, options, newSessionOn is null ? null : e => e.Split), cancellationToken)
        : FindAsync<TUser, string, string?>(events => events.Sessionize(e => e.User, e => e.Time, e => e.Id, options, newSessionOn is null ? null : e => e.Split), cancellationToken);

    async Task FindAsync<TUser, TId, TSessionId>(Func<IQueryable<Event<TUser, TId>>, IQueryable<Sessionized<Event<TUser, TId>, TSessionId>>> sessionize, CancellationToken cancellationToken)
    {
        var workspace = await Engine.Sqlite().OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = workspace.ConfigureAwait(false);
        var events = workspace.CreateTable<Event<TUser, TId>>();
        var split = newSessionOn is null ? "NULL" : $"CAST({SqlText.Name(newSessionOn.Name)} AS VARCHAR)";
        var rows = bench.Rows($"SELECT {Row}, {Stored(columns.User)}, {columns.Time.Sql}, {Stored(columns.Id)}, {split} FROM {Events} ORDER BY {Row}", r => new Event<TUser, TId>
        {
            Row = r.GetInt64(0), User = Value<TUser>(r, 1), Time = r.IsDBNull(2) ? null : DateTime.SpecifyKind(r.GetDateTime(2), DateTimeKind.Utc), Id = Value<TId>(r, 3)!, Split = Value<string>(r, 4),
        });
        await bench.WhileAsync("Loading SQLite", () => workspace.LoadAsync(events, rows, cancellationToken)).ConfigureAwait(false);
        var sessions = sessionize(events).Select(s => new Session<TSessionId> { Row = s.Event.Row, Id = s.SessionId, Start = s.SessionStart });
        bench.Show(sessions.ToSqlQuery(new() { InlineParameters = true }).Sql.Trim());
        var found = bench.Workspace.CreateTable<Session<TSessionId>>();
        await bench.WhileAsync("Sessionizing on SQLite", () => bench.Workspace.LoadAsync(found, sessions.AsAsyncEnumerable().ToBlockingEnumerable(cancellationToken), cancellationToken)).ConfigureAwait(false);
    }

    // Integers of any width are one type there, and a UUID is text.
    static string Stored(EventColumn column) => $"CAST({column.Sql} AS {(column.Type == typeof(long) ? "BIGINT" : "VARCHAR")})";

    static T? Value<T>(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? default : (T)(typeof(T) == typeof(string) ? reader.GetString(column) : (object)reader.GetInt64(column));
}
