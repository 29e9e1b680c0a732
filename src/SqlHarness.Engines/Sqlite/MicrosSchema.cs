using System.Globalization;
using LinqToDB;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Internal.Mapping;
using LinqToDB.SqlQuery;

namespace SqlHarness.Engines.Sqlite;

/// <summary>SQLite's mapping with times as INTEGER microseconds, guids as lower-case text and decimals as scaled integers. The name selects the portable functions' spelling.</summary>
sealed class MicrosSchema : LockedMappingSchema
{
    public static readonly MicrosSchema Instance = new();

    MicrosSchema() : base("SQLite.Micros", SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft).MappingSchema)
    {
        SetDataType(typeof(DateTime), new SqlDataType(DataType.Int64, typeof(DateTime)));
        SetDataType(typeof(decimal), new SqlDataType(DataType.Int64, typeof(decimal)));
        SetDataType(typeof(Guid), new SqlDataType(DataType.Text, typeof(Guid)));
        // linq2db counts intervals in ticks; as the stock text ('00:30:00') one would be added as 0.
        SetDataType(typeof(TimeSpan), new SqlDataType(DataType.Int64, typeof(TimeSpan)));
        SetValueToSqlConverter(typeof(TimeSpan), (sql, _, _, value) => sql.Append(((TimeSpan)value).Ticks.ToString(CultureInfo.InvariantCulture)));
        SetValueToSqlConverter(typeof(DateTime), (sql, _, _, value) => sql.Append(Micros((DateTime)value).ToString(CultureInfo.InvariantCulture)));
        SetValueToSqlConverter(typeof(decimal), (sql, _, _, value) => sql.Append(ScaledDecimal.InQuery((decimal)value).ToString(CultureInfo.InvariantCulture)));
        SetValueToSqlConverter(typeof(Guid), (sql, _, _, value) => sql.Append(CultureInfo.InvariantCulture, $"'{(Guid)value:D}'"));
    }

    /// <summary>A value in a query as the database holds it.</summary>
    public static object? ToStored(object? value) => value switch
    {
        DateTime time => Micros(time),
        decimal number => ScaledDecimal.InQuery(number),
        TimeSpan interval => interval.Ticks,
        Guid guid => guid.ToString("D"),
        _ => value,
    };

    static long Micros(DateTime time) => UtcMicros.FromTime(UtcMicros.InQuery(time));
}
