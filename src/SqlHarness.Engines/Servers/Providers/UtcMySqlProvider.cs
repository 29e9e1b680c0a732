using System.Data.Common;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.MySql;
using LinqToDB.Internal.DataProvider.MySql;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Mapping;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Servers.Providers;

/// <summary>linq2db's MySQL provider under the contract, for MySQL and for MariaDB: times in UTC, columns of the server's types. One instance each, since linq2db translates each query anew for another.</summary>
sealed class UtcMySqlProvider : MySqlDataProvider
{
    static UtcMySqlProvider? mySql, mariaDb;

    readonly ServerSchema _schema;

    UtcMySqlProvider(string name, MySqlVersion version, Dialect dialect) : base(name, version, MySqlProvider.MySqlConnector) => _schema = new(dialect, base.MappingSchema);

    /// <summary>MySQL's; made when it is first asked for, which loads the driver.</summary>
    public static UtcMySqlProvider MySql => mySql ??= new(ProviderName.MySql80MySqlConnector, MySqlVersion.MySql80, Dialect.MySql);

    /// <summary>MariaDB's.</summary>
    public static UtcMySqlProvider MariaDb => mariaDb ??= new(ProviderName.MariaDB10MySqlConnector, MySqlVersion.MariaDB10, Dialect.MariaDb);

    public override MappingSchema MappingSchema => _schema;

    public override Expression GetReaderExpression(DbDataReader reader, int idx, Expression readerExpression, Type? toType) =>
        ServerReader.Of(reader, idx, toType) ?? base.GetReaderExpression(reader, idx, readerExpression, toType);

    public override void SetParameter(DataConnection dataConnection, DbParameter parameter, string name, DbDataType dataType, object? value) =>
        base.SetParameter(dataConnection, parameter, name, _schema.ParameterType(dataType, value), _schema.Parameter(value));

    public override ISqlBuilder CreateSqlBuilder(MappingSchema mappingSchema, DataOptions dataOptions) => Version == MySqlVersion.MariaDB10
        ? new MariaDbBuilder(this, mappingSchema, dataOptions, GetSqlOptimizer(dataOptions), SqlProviderFlags)
        : new MySqlBuilder(this, mappingSchema, dataOptions, GetSqlOptimizer(dataOptions), SqlProviderFlags);

    sealed class MySqlBuilder(UtcMySqlProvider provider, MappingSchema schema, DataOptions options, ISqlOptimizer optimizer, SqlProviderFlags flags) : MySql80SqlBuilder(provider, schema, options, optimizer, flags)
    {
        static readonly Server Server = Server.Of(Dialect.MySql);

        protected override void BuildDataTypeFromDataType(DbDataType type, bool forCreateTable, bool canBeNull)
        {
            if (forCreateTable)
                StringBuilder.Append(Server.ColumnType(type, canBeNull));
            else
                base.BuildDataTypeFromDataType(type, forCreateTable, canBeNull);
        }
    }

    sealed class MariaDbBuilder(UtcMySqlProvider provider, MappingSchema schema, DataOptions options, ISqlOptimizer optimizer, SqlProviderFlags flags) : MariaDBSqlBuilder(provider, schema, options, optimizer, flags)
    {
        static readonly Server Server = Server.Of(Dialect.MariaDb);

        protected override void BuildDataTypeFromDataType(DbDataType type, bool forCreateTable, bool canBeNull)
        {
            if (forCreateTable)
                StringBuilder.Append(Server.ColumnType(type, canBeNull));
            else
                base.BuildDataTypeFromDataType(type, forCreateTable, canBeNull);
        }
    }
}
