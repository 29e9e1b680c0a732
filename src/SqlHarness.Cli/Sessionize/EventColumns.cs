using System.Numerics;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Sessionize;

/// <summary>User, time and id of an input: which columns they are, and how they are read as what they mean. Everything else passes through untouched.</summary>
sealed record EventColumns(EventColumn User, EventColumn Time, EventColumn Id)
{
    const string FirstTime = "TIMESTAMP '0001-01-01'", LastTime = "TIMESTAMP '9999-12-31 23:59:59.999999'";

    static readonly string[] Added = ["session_id", "session_start"];

    static readonly Type[] Integers = [typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint)];
    static readonly Type[] WideIntegers = [typeof(ulong), typeof(BigInteger), typeof(decimal)];

    /// <summary>The input's columns that these are; one may have two roles.</summary>
    public IReadOnlyCollection<string> Names => [.. new[] { User.Name, Time.Name, Id.Name }.Distinct(StringComparer.Ordinal)];

    /// <exception cref="BadInputException">A column is missing or of an unusable type, or the input has a column that would be added.</exception>
    public static EventColumns Of(InputTable input, string user, string time, string id)
    {
        if (input.Columns.FirstOrDefault(c => Added.Contains(c.Name, StringComparer.OrdinalIgnoreCase)) is { } taken)
            throw new BadInputException($"{input.Said} has a column {taken.Name} already, which this command adds; rename it first.");
        try
        {
            return new(Key(input, input.Column(user), "user"), TimeOf(input, input.Column(time)), Key(input, input.Column(id), "id"));
        }
        catch (UnknownColumnException e)
        {
            throw new BadInputException($"{e.Message} --user, --time and --id name others.", e);
        }
    }

    /// <summary>The same, with texts read as integers where all of them are: so 10 comes after 9.</summary>
    public EventColumns As(EventProfile profile) => this with
    {
        User = profile.UsersAreIntegers ? Integer(User) : User,
        Id = profile.IdsAreIntegers ? Integer(Id) : Id,
    };

    static EventColumn Integer(EventColumn column) => column with { Sql = $"CAST({column.Sql} AS BIGINT)", Type = typeof(long) };

    static EventColumn Key(InputTable input, ColumnType column, string role)
    {
        var name = SqlText.Name(column.Name);
        if (column.DatabaseType == "JSON")
            return new(column.Name, $"({name} ->> '$')", typeof(string), IsWhole: $"json_type({name}) IN ('BIGINT', 'UBIGINT') AND {IsWhole($"({name} ->> '$')")}");
        if (column.Type == typeof(string))
            return new(column.Name, column.DatabaseType == "VARCHAR" ? name : $"CAST({name} AS VARCHAR)", typeof(string), IsWhole: column.DatabaseType == "VARCHAR" ? IsWhole(name) : null);
        if (column.Type == typeof(Guid))
            return new(column.Name, name, typeof(Guid));
        if (Integers.Contains(column.Type))
            return new(column.Name, name, typeof(long));
        return WideIntegers.Contains(column.Type)
            ? new(column.Name, name, typeof(decimal))
            : throw new BadInputException($"{input.Said}: column {column.Name} is {column.DatabaseType}, and {(role == "id" ? "an id" : "a user")} is an integer, a decimal, a text or a UUID.");
    }

    // 007 and +7 stay text: as numbers they would be other ids than those in the file.
    static string IsWhole(string text) => $"CAST(TRY_CAST({text} AS BIGINT) AS VARCHAR) = {text}";

    static EventColumn TimeOf(InputTable input, ColumnType column)
    {
        var name = SqlText.Name(column.Name);
        var (sql, isFiner) = column switch
        {
            // By way of TIMESTAMPTZ: a cast to TIMESTAMP ignores the offset of 09:00+02:00.
            { DatabaseType: "JSON" } => ($"CAST(TRY_CAST(({name} ->> '$') AS TIMESTAMPTZ) AS TIMESTAMP)", IsFinerText($"({name} ->> '$')")),
            { DatabaseType: "VARCHAR" } => ($"CAST(TRY_CAST({name} AS TIMESTAMPTZ) AS TIMESTAMP)", IsFinerText(name)),
            { DatabaseType: "TIMESTAMP" } => (name, null),
            { DatabaseType: "TIMESTAMP_NS" } => ($"CAST({name} AS TIMESTAMP)", $"epoch_ns({name}) % 1000 <> 0"),
            { DatabaseType: "DATE" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP WITH TIME ZONE" } => ($"CAST({name} AS TIMESTAMP)", null),
            _ when input.HasTimesAsIntegers && column.Type == typeof(long) => ($"make_timestamp({name})", null),
            _ => throw new BadInputException($"{input.Said}: column {column.Name} is {column.DatabaseType}, and a time is a timestamp, a date or a text as 2025-01-01 09:00:00."),
        };
        var isBad = $"({sql} IS NULL OR {sql} < {FirstTime} OR {sql} > {LastTime}{(isFiner is null ? "" : $" OR {isFiner}")})";
        return new(column.Name, sql, typeof(DateTime), $"{name} IS NOT NULL{(column.DatabaseType == "JSON" ? $" AND json_type({name}) <> 'NULL'" : "")} AND {isBad}");
    }

    // Digits behind the sixth would be cut off.
    static string IsFinerText(string text) => $"regexp_matches({text}, '[.][0-9]{{6}}[0-9]*[1-9]')";
}
