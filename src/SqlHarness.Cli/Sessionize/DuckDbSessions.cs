using System.Reflection;
using LinqToDB;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Sessions;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Sessionize;

/// <summary>Sessions by the library's query over the input as it is: a table that is known only by its name.</summary>
sealed class DuckDbSessions(Workbench bench, InputTable input, EventColumns columns, EventProfile profile, SessionizeOptions options, ColumnType? newSessionOn)
{
    const string View = "sqlharness_events", SessionId = "sqlharness_session_id", SessionStart = "sqlharness_session_start";

    static readonly MethodInfo QueryMethod = typeof(DuckDbSessions).GetMethod(nameof(Query), BindingFlags.NonPublic | BindingFlags.Instance)!;

    sealed class Event : TableRow;

    /// <exception cref="InvalidOperationException">The query's columns are not those that were asked for.</exception>
    public async Task<SessionRows> FindAsync(CancellationToken cancellationToken)
    {
        List<ColumnType> all = [.. input.Columns];
        List<string> computed = [];
        var user = Add(columns.User, "user", profile.NullUsers > 0);
        var time = Add(columns.Time, "time", profile.AnyNullTime);
        var id = Add(columns.Id, "id", false);
        await bench.ExecuteAsync("Looking at the input", $"CREATE TEMP VIEW {View} AS SELECT {string.Join(", ", computed.Prepend("*"))} FROM {input.From}", cancellationToken).ConfigureAwait(false);

        var shape = TableShape.Named<Event>(View, all);
        var query = (IQueryable)QueryMethod.MakeGenericMethod(shape.Column(user).Type).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [shape, user, time, id], null)!;
        var sql = Text(query);
        await CheckAsync(sql, [.. all.Select(c => c.DatabaseType!), all.First(c => c.Name == id).DatabaseType!, "TIMESTAMP"], cancellationToken).ConfigureAwait(false);
        return new($"({sql}) AS events({string.Join(", ", all.Select(c => SqlText.Name(c.Name)).Append(SessionId).Append(SessionStart))})",
            $"{string.Join(", ", input.Columns.Select(c => SqlText.Name(c.Name)))}, {SessionCells.Select(input.Column(columns.Id.Name), input.Column(columns.Time.Name), SessionId, SessionStart)}",
            string.Join(", ", new[] { user, time, id }.Select(c => $"{SqlText.Name(c)} NULLS FIRST")));

        // A column that is read as it stands is not carried through the query twice.
        string Add(EventColumn column, string role, bool isNullable)
        {
            if (column.Sql == SqlText.Name(column.Name))
            {
                all[all.FindIndex(c => c.Name == column.Name)] = new(column.Name, column.Type, isNullable, input.Column(column.Name).DatabaseType);
                return column.Name;
            }

            var name = "sqlharness_" + role;
            computed.Add($"{column.Sql} AS {name}");
            all.Add(new(name, column.Type, isNullable, column.Type == typeof(DateTime) ? "TIMESTAMP" : column.Type == typeof(long) ? "BIGINT" : "VARCHAR"));
            return name;
        }
    }

    IQueryable Query<TUser>(TableShape<Event> shape, string user, string time, string id)
    {
        var (events, userOf, timeOf) = (shape.In(bench.Workspace.Connection), shape.Column(user).As<TUser>(), shape.Column(time).As<DateTime?>());
        var split = newSessionOn is null ? null : shape.Column(newSessionOn.Name).As<object?>();
        var idOf = shape.Column(id);
        return idOf.Type == typeof(string) ? events.Sessionize(userOf, timeOf, idOf.As<string>(), options, split)
            : idOf.Type == typeof(Guid) ? events.Sessionize(userOf, timeOf, idOf.As<Guid>(), options, split)
            : idOf.Type == typeof(decimal) ? events.Sessionize(userOf, timeOf, idOf.As<decimal>(), options, split)
            : events.Sessionize(userOf, timeOf, idOf.As<long>(), options, split);
    }

    static string Text(IQueryable query) => ((string)TextMethod.MakeGenericMethod(query.ElementType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [query], null)!).Trim();

    static readonly MethodInfo TextMethod = new Func<IQueryable<object>, string>(TextOf).Method.GetGenericMethodDefinition();

    static string TextOf<T>(IQueryable<T> query) => query.ToSqlQuery(new() { InlineParameters = true }).Sql;

    // The columns get their names by position, which linq2db does not promise: one that moved must not pass as another.
    async Task CheckAsync(string sql, IReadOnlyList<string> expected, CancellationToken cancellationToken)
    {
        var types = await bench.QueryAsync("Looking at the query", $"DESCRIBE {sql}", r => r.GetString(1), cancellationToken).ConfigureAwait(false);
        if (!types.SequenceEqual(expected))
            throw new InvalidOperationException($"The query returns {string.Join(", ", types)} instead of {string.Join(", ", expected)}.");
    }
}
