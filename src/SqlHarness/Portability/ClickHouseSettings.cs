using System.Data.Common;
using LinqToDB.Interceptors;

namespace SqlHarness.Portability;

/// <summary>
/// Has ClickHouse fill what an outer join does not find with NULL, as SQL does, and not with 0 and ''
/// (https://clickhouse.com/docs/operations/settings/settings#join_use_nulls); and has it not compile aggregates where there is a MIN or MAX, since compiled ones take a DateTime64 before 1970 for the
/// latest (seen with 26.7, from the third run of a query on). Its HTTP interface has no session in which that could be set.
/// </summary>
sealed class ClickHouseSettings : CommandInterceptor
{
    public static readonly ClickHouseSettings Instance = new();

    ClickHouseSettings() { }

    public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
    {
        if (IsQuery(command.CommandText) && !command.CommandText.Contains("SETTINGS", StringComparison.OrdinalIgnoreCase))
            command.CommandText = $"{command.CommandText}\n{Of(command.CommandText)}";
        return command;
    }

    /// <summary>The settings of a query, as they stand behind it.</summary>
    public static string Of(string sql) =>
        "SETTINGS join_use_nulls = 1" + (sql.Contains("MIN(", StringComparison.OrdinalIgnoreCase) || sql.Contains("MAX(", StringComparison.OrdinalIgnoreCase) ? ", compile_aggregate_expressions = 0" : "");

    static bool IsQuery(string sql)
    {
        var text = sql.AsSpan().TrimStart();
        return text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || text.StartsWith("WITH", StringComparison.OrdinalIgnoreCase);
    }
}
