using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Internal.DataProvider.SQLite;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.Sqlite;

/// <summary>linq2db's SQLite provider with <see cref="SqliteMicrosSchema"/>. The name stays the stock one: linq2db's readers are registered by it.</summary>
sealed class SqliteMicrosProvider : SQLiteDataProvider
{
    public static readonly SqliteMicrosProvider Instance = new();

    SqliteMicrosProvider() : base(ProviderName.SQLiteMS, SQLiteProvider.Microsoft) { }

    public override MappingSchema MappingSchema => SqliteMicrosSchema.Instance;

    public override void SetParameter(DataConnection dataConnection, DbParameter parameter, string name, LinqToDB.DbDataType dataType, object? value)
    {
        switch (value)
        {
            case DateTime time:
                base.SetParameter(dataConnection, parameter, name, dataType.WithDataType(DataType.Int64), SqliteMicrosSchema.ToMicros(time));
                break;
            case Guid guid:
                base.SetParameter(dataConnection, parameter, name, dataType.WithDataType(DataType.VarChar), guid.ToString("D"));
                break;
            default:
                base.SetParameter(dataConnection, parameter, name, dataType, value);
                break;
        }
    }
}
