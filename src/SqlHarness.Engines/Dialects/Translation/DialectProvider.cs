using System.Collections.Concurrent;
using System.Data.Common;
using LinqToDB;
using LinqToDB.Internal.DataProvider;
using LinqToDB.Internal.Mapping;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Linq.Translation;
using LinqToDB.Mapping;
using LinqToDB.SchemaProvider;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>
/// A linq2db provider that only translates: what a dialect can express, and nothing of a driver. linq2db's own providers load their driver to be made, and write each its own layout.
/// One instance a dialect, since linq2db translates each query anew for another.
/// </summary>
class DialectProvider : DataProviderBase
{
    static readonly ConcurrentDictionary<Dialect, DialectProvider> Instances = new();

    readonly DialectOptimizer _optimizer;

    protected DialectProvider(Dialect dialect) : base(dialect.Name, new DialectSchema(dialect.Name))
    {
        SqlProviderFlags.IsCommonTableExpressionsSupported = true;
        SqlProviderFlags.IsSubQueryOrderBySupported = true;
        SqlProviderFlags.IsAllSetOperationsSupported = dialect.HasSetOperatorsAll;
        SqlProviderFlags.IsDistinctSetOperationsSupported = true;
        // The printer says where NULL stands, in windows too.
        SqlProviderFlags.IsNullsOrderingSupported = true;
        SqlProviderFlags.IsDistinctFromSupported = true;
        SqlProviderFlags.SupportsPredicatesComparison = dialect.HasTruthValues;
        SqlProviderFlags.SupportsBooleanType = dialect.HasTruthValues;
        SqlProviderFlags.IsCrossJoinSyntaxRequired = true;
        SqlProviderFlags.IsApplyJoinSupported = false;
        SqlProviderFlags.IsInsertOrUpdateSupported = false;
        _optimizer = new(SqlProviderFlags, dialect);
    }

    public static DialectProvider Of(Dialect dialect) => Instances.GetOrAdd(dialect, d => new(d));

    public override string? ConnectionNamespace => null;

    public override Type DataReaderType => typeof(DbDataReader);

    public override TableOptions SupportedTableOptions => TableOptions.None;

    public override ISqlBuilder CreateSqlBuilder(MappingSchema mappingSchema, DataOptions dataOptions) => new NoSqlBuilder(this, mappingSchema, dataOptions, _optimizer, SqlProviderFlags);

    public override ISqlOptimizer GetSqlOptimizer(DataOptions dataOptions) => _optimizer;

    public override ISchemaProvider GetSchemaProvider() => throw new NotSupportedException();

    protected override DbConnection CreateConnectionInternal(string connectionString) => new TextOnlyConnection();

    protected override IMemberTranslator CreateMemberTranslator() => new DialectTranslator();

    sealed class DialectSchema(string dialect) : LockedMappingSchema(dialect);
}
