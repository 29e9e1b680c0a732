using System.Globalization;
using LinqToDB;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Internal.Mapping;
using LinqToDB.SqlQuery;

namespace SqlHarness.Engines.Sqlite;

/// <summary>Times as INTEGER microseconds since 1970 UTC, Guids as canonical lower-case text: what orders and compares exactly on SQLite.</summary>
sealed class SqliteMicrosSchema : LockedMappingSchema
{
    public static readonly SqliteMicrosSchema Instance = new();

    SqliteMicrosSchema() : base("SQLite.Micros", SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft).MappingSchema)
    {
        SetDataType(typeof(DateTime), new SqlDataType(DataType.Int64, typeof(DateTime)));
        SetValueToSqlConverter(typeof(DateTime), (sql, _, _, value) => sql.Append(ToMicros((DateTime)value).ToString(CultureInfo.InvariantCulture)));
        SetConvertExpression<long, DateTime>(micros => FromMicros(micros));
        SetDataType(typeof(Guid), new SqlDataType(DataType.VarChar, typeof(Guid)));
        SetValueToSqlConverter(typeof(Guid), (sql, _, _, value) => sql.Append('\'').Append(((Guid)value).ToString("D")).Append('\''));
        SetConvertExpression<string, Guid>(text => Guid.Parse(text));
    }

    public static long ToMicros(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTime FromMicros(long micros) => DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
