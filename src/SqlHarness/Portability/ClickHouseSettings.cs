using System.Data.Common;
using LinqToDB.Interceptors;

namespace SqlHarness.Portability;

/// <summary>
/// Has ClickHouse fill what an outer join does not find with NULL, as SQL does, and not with 0 and ''
/// (https://clickhouse.com/docs/operations/settings/settings#join_use_nulls). Its HTTP interface has no session in which that could be set.
/// </summary>
sealed class ClickHouseSettings : CommandInterceptor
{
    public static readonly ClickHouseSettings Instance = new();

    const string Settings = "\nSETTINGS join_use_nulls = 1";

    ClickHouseSettings() { }

    public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
    {
        if (IsQuery(command.CommandText) && command.CommandText.Contains("JOIN", StringComparison.OrdinalIgnoreCase) && !command.CommandText.Contains("SETTINGS", StringComparison.OrdinalIgnoreCase))
            command.CommandText += Settings;
        return command;
    }

    static bool IsQuery(string sql)
    {
        var text = sql.AsSpan().TrimStart();
        return text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || text.StartsWith("WITH", StringComparison.OrdinalIgnoreCase);
    }
}
