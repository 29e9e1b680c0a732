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
    /// <exception cref="BadInputException">An id is NULL, or a time, a user or an id cannot be used; the message names file, row, column and value.</exception>
    public static async Task<EventProfile> ReadAsync(Workbench bench, InputTable input, EventColumns columns, CancellationToken cancellationToken)
    {
        var (user, time, id) = columns;
        var bad = new[] { time, user, id }.Select(c => c.IsBad).Append($"{id.Sql} IS NULL").OfType<string>().Select(c => $"({c})").ToList();
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
    static async Task<BadInputException> FirstBadAsync(Workbench bench, InputTable input, EventColumns columns, List<string> bad, CancellationToken cancellationToken)
    {
        EventColumn[] roles = [columns.Time, columns.User, columns.Id];
        var conditions = roles.Select(c => c.IsBad ?? "false").Append($"{columns.Id.Sql} IS NULL");
        foreach (var (said, from) in input.Parts)
        {
            var sql = $"""
                SELECT number, {string.Join(", ", conditions.Select(c => $"coalesce({c}, false)"))}, {string.Join(", ", roles.Select(c => $"CAST({SqlText.Name(c.Name)} AS VARCHAR)"))}
                FROM (SELECT *, row_number() OVER () AS number FROM {from}) AS rows WHERE {string.Join(" OR ", bad)} ORDER BY number LIMIT 1
                """;
            var found = await bench.QueryAsync("Looking for the row", sql, r => Sentence(said, r.GetInt64(0), columns,
                [.. Enumerable.Range(1, 4).Select(r.GetBoolean)], [.. Enumerable.Range(5, 3).Select(i => r.IsDBNull(i) ? "" : r.GetString(i))]), cancellationToken).ConfigureAwait(false);
            if (found.Count > 0)
                return new(found[0]);
        }

        return new($"{input.Said} changed while it was read.");
    }

    static string Sentence(string said, long row, EventColumns columns, bool[] isBad, string[] values) => $"{said}, row {row}: " + isBad switch
    {
        [true, ..] => $"{columns.Time.Name} '{values[0]}' is not a time between the years 1 and 9999 in whole microseconds, as 2025-01-01 09:00:00.",
        [_, true, ..] => $"{columns.User.Name} '{values[1]}' is not a single value.",
        [_, _, true, ..] => $"{columns.Id.Name} '{values[2]}' is not a single value.",
        _ => $"{columns.Id.Name} is missing; every event needs an id.",
    };
}
