using System.Globalization;
using LinqToDB.DataProvider.DuckDB;
using LinqToDB.Internal.Mapping;

namespace SqlHarness.Engines.DuckDb;

/// <summary>DuckDB's mapping, with times checked and written in whole microseconds.</summary>
sealed class UtcSchema : LockedMappingSchema
{
    public static readonly UtcSchema Instance = new();

    UtcSchema() : base("DuckDB.Utc", DuckDBTools.GetDataProvider().MappingSchema) =>
        SetValueToSqlConverter(typeof(DateTime), (sql, _, _, value) =>
            sql.Append(CultureInfo.InvariantCulture, $"TIMESTAMP '{UtcMicros.InQuery((DateTime)value):yyyy-MM-dd HH:mm:ss.ffffff}'"));
}
