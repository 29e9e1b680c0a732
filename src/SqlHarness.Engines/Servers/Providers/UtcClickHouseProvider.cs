using System.Data.Common;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.ClickHouse;
using LinqToDB.Internal.DataProvider.ClickHouse;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Mapping;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Servers.Providers;

/// <summary>linq2db's ClickHouse provider under the contract: times in UTC, columns of the server's types. One instance, since linq2db translates each query anew for another.</summary>
sealed class UtcClickHouseProvider : ClickHouseDataProvider
{
    static UtcClickHouseProvider? instance;

    readonly ServerSchema _schema;

    UtcClickHouseProvider() : base(ProviderName.ClickHouseDriver, ClickHouseProvider.ClickHouseDriver)
    {
        _schema = new(Dialect.ClickHouse, base.MappingSchema, DataType.DateTime64);
        // Such a sub-query loses rows whose keys are NULL (seen with 26.7).
        SqlProviderFlags.IsSupportedSimpleCorrelatedSubqueries = false;
    }

    /// <summary>The instance; made when it is first asked for, which loads the driver.</summary>
    public static UtcClickHouseProvider Instance => instance ??= new();

    public override MappingSchema MappingSchema => _schema;

    public override Expression GetReaderExpression(DbDataReader reader, int idx, Expression readerExpression, Type? toType) =>
        ServerReader.Of(reader, idx, toType) ?? base.GetReaderExpression(reader, idx, readerExpression, toType);

    public override void SetParameter(DataConnection dataConnection, DbParameter parameter, string name, DbDataType dataType, object? value) =>
        base.SetParameter(dataConnection, parameter, name, _schema.ParameterType(dataType, value), _schema.Parameter(value));

    public override ISqlBuilder CreateSqlBuilder(MappingSchema mappingSchema, DataOptions dataOptions) => new Builder(this, mappingSchema, dataOptions, GetSqlOptimizer(dataOptions), SqlProviderFlags);

    sealed class Builder(UtcClickHouseProvider provider, MappingSchema schema, DataOptions options, ISqlOptimizer optimizer, SqlProviderFlags flags) : ClickHouseSqlBuilder(provider, schema, options, optimizer, flags)
    {
        static readonly Server Server = Server.Of(Dialect.ClickHouse);

        protected override void BuildDataTypeFromDataType(DbDataType type, bool forCreateTable, bool canBeNull)
        {
            if (forCreateTable)
                StringBuilder.Append(Server.ColumnType(type, canBeNull));
            else
                base.BuildDataTypeFromDataType(type, forCreateTable, canBeNull);
        }
    }
}
