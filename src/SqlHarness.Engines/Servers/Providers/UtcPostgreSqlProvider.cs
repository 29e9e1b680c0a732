using System.Data.Common;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.Internal.DataProvider.PostgreSQL;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Mapping;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Servers.Providers;

/// <summary>linq2db's PostgreSQL provider under the contract: times in UTC, columns of the server's types. One instance, since linq2db translates each query anew for another.</summary>
sealed class UtcPostgreSqlProvider : PostgreSQLDataProvider
{
    static UtcPostgreSqlProvider? instance;

    readonly ServerSchema _schema;

    UtcPostgreSqlProvider() : base(ProviderName.PostgreSQL15, PostgreSQLVersion.v15) => _schema = new(Dialect.PostgreSql, base.MappingSchema, guidsAreText: false);

    /// <summary>The instance; made when it is first asked for, which loads the driver.</summary>
    public static UtcPostgreSqlProvider Instance => instance ??= new();

    public override MappingSchema MappingSchema => _schema;

    public override Expression GetReaderExpression(DbDataReader reader, int idx, Expression readerExpression, Type? toType) =>
        ServerReader.Of(reader, idx, toType) ?? base.GetReaderExpression(reader, idx, readerExpression, toType);

    public override void SetParameter(DataConnection dataConnection, DbParameter parameter, string name, DbDataType dataType, object? value) =>
        base.SetParameter(dataConnection, parameter, name, _schema.ParameterType(dataType, value), _schema.Parameter(value));

    public override ISqlBuilder CreateSqlBuilder(MappingSchema mappingSchema, DataOptions dataOptions) => new Builder(this, mappingSchema, dataOptions, GetSqlOptimizer(dataOptions), SqlProviderFlags);

    sealed class Builder : PostgreSQLSqlBuilder
    {
        static readonly Server Server = Server.Of(Dialect.PostgreSql);

        public Builder(UtcPostgreSqlProvider provider, MappingSchema schema, DataOptions options, ISqlOptimizer optimizer, SqlProviderFlags flags) : base(provider, schema, options, optimizer, flags)
        {
        }

        Builder(Builder parent) : base(parent)
        {
        }

        // For sub-queries and CTEs.
        protected override ISqlBuilder CreateSqlBuilder() => new Builder(this);

        protected override void BuildExprExprPredicate(SqlPredicate.ExprExpr expr) => base.BuildExprExprPredicate(Server.Dialect.Compared(expr, value: null));

        protected override void BuildDataTypeFromDataType(DbDataType type, bool forCreateTable, bool canBeNull)
        {
            if (forCreateTable)
                StringBuilder.Append(Server.ColumnType(type, canBeNull));
            else
                base.BuildDataTypeFromDataType(type, forCreateTable, canBeNull);
        }
    }
}
