using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;

namespace SqlHarness.Cli.Sessionize;

/// <summary>What one look at all events says before anything is written.</summary>
/// <param name="Events">Rows.</param>
/// <param name="NullUsers">Rows without a user.</param>
/// <param name="NullTimes">Rows with a user and without a time.</param>
/// <param name="AnyNullTime">Whether a row, with a user or without, has no time.</param>
/// <param name="UsersAreIntegers">Whether all users are integers as they would be written, though the column holds text.</param>
/// <param name="IdsAreIntegers">The same of ids.</param>
sealed record EventProfile(long Events, long NullUsers, long NullTimes, bool AnyNullTime, bool UsersAreIntegers, bool IdsAreIntegers)
{
    /// <exception cref="BadInputException">An id is NULL, or a time cannot be used; the message names file, row, column and value.</exception>
    public static async Task<EventProfile> ReadAsync(Workbench bench, InputTable input, EventColumns columns, CancellationToken cancellationToken)
    {
        var (user, time, id) = columns;
        string[] bad = [$"({time.IsBad})", $"{id.Sql} IS NULL"];
        var sql = $"""
            SELECT count(*), count(*) - count({user.Sql}), count({user.Sql}) - count(*) FILTER (WHERE {user.Sql} IS NOT NULL AND {time.Sql} IS NOT NULL), count(*) - count({time.Sql}),
                {All(user)}, {All(id)}, count(*) FILTER (WHERE {string.Join(" OR ", bad)})
            FROM {input.From}
            """;
        var (profile, badRows) = (await bench.QueryAsync($"Reading {input.Said}", sql, r =>
            (new EventProfile(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3) > 0, r.GetBoolean(4), r.GetBoolean(5)), r.GetInt64(6)), cancellationToken).ConfigureAwait(false))[0];
        if (badRows > 0)
            throw await FirstBadAsync(bench, input, columns, bad, cancellationToken).ConfigureAwait(false);
        return profile;
    }

    static string All(EventColumn column) => column.IsWhole is null ? "false" : $"coalesce(bool_and({column.IsWhole}) FILTER (WHERE {column.Sql} IS NOT NULL), false)";

    // A file after the other, and rows in the order of the file: so they are counted as a reader would.
    static async Task<BadInputException> FirstBadAsync(Workbench bench, InputTable input, EventColumns columns, string[] bad, CancellationToken cancellationToken)
    {
        foreach (var (said, from) in input.Parts)
        {
            var found = await bench.QueryAsync("Looking for the row", $"""
                SELECT number, CAST({SqlText.Name(columns.Time.Name)} AS VARCHAR), {columns.Id.Sql} IS NULL
                FROM (SELECT *, row_number() OVER () AS number FROM {from}) AS rows WHERE {string.Join(" OR ", bad)} ORDER BY number LIMIT 1
                """, r => $"{said}, row {r.GetInt64(0)}: " + (r.GetBoolean(2)
                    ? $"{columns.Id.Name} is missing; every event needs an id."
                    : $"{columns.Time.Name} '{r.GetString(1)}' is not a time between the years 1 and 9999 in whole microseconds, as 2025-01-01 09:00:00."), cancellationToken).ConfigureAwait(false);
            if (found.Count > 0)
                return new(found[0]);
        }

        return new($"{input.Said} changed while it was read.");
    }
}
