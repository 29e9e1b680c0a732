using System.Globalization;
using LinqToDB;
using LinqToDB.Internal.Mapping;
using LinqToDB.Mapping;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Servers.Providers;

/// <summary>A provider's mapping, with times checked and written in whole microseconds, and guids as lower-case text where the server's own type orders otherwise.</summary>
sealed class ServerSchema : LockedMappingSchema
{
    readonly bool _guidsAreText;

    /// <param name="dialect">Whose literals are written.</param>
    /// <param name="schema">linq2db's mapping.</param>
    /// <param name="time">linq2db's name for the type of times.</param>
    /// <param name="guidsAreText">Whether guids are stored as text.</param>
    public ServerSchema(Dialect dialect, MappingSchema schema, DataType time = DataType.DateTime2, bool guidsAreText = true) : base(dialect.Title + ".Utc", schema)
    {
        _guidsAreText = guidsAreText;
        SetDataType(typeof(DateTime), new SqlDataType(new DbDataType(typeof(DateTime), time, null, null, 6, null)));
        SetValueToSqlConverter(typeof(DateTime), (sql, _, _, value) => sql.Append(dialect.Time(UtcMicros.InQuery((DateTime)value))));
        if (dialect is ClickHouseDialect)
            SetValueToSqlConverter(typeof(decimal), (sql, _, _, value) => sql.Append(dialect.Number((decimal)value)));
        if (!guidsAreText)
            return;
        SetDataType(typeof(Guid), new SqlDataType(DataType.VarChar, typeof(Guid)));
        SetValueToSqlConverter(typeof(Guid), (sql, _, _, value) => sql.Append(CultureInfo.InvariantCulture, $"'{(Guid)value:D}'"));
    }

    /// <summary>A value in a query as the driver takes it: drivers read more into a time's kind than that it is UTC.</summary>
    public object? Parameter(object? value) => value switch
    {
        DateTime time => DateTime.SpecifyKind(UtcMicros.InQuery(time), DateTimeKind.Unspecified),
        Guid guid when _guidsAreText => guid.ToString("D"),
        _ => value,
    };

    /// <summary>The type of such a value.</summary>
    public DbDataType ParameterType(DbDataType type, object? value) => value is Guid && _guidsAreText ? type.WithDataType(DataType.VarChar) : type;
}
