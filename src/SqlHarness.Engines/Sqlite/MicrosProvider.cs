using System.Data.Common;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Internal.DataProvider.SQLite;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Linq.Translation;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.Sqlite;

/// <summary>
/// linq2db's SQLite provider over <see cref="MicrosSchema"/>. One instance, since linq2db translates each query anew for another.
/// It keeps the stock name: linq2db registers its readers only under that.
/// </summary>
sealed class MicrosProvider : SQLiteDataProvider
{
    public static readonly MicrosProvider Instance = new();

    readonly MicrosOptimizer _optimizer;

    MicrosProvider() : base(ProviderName.SQLiteMS, SQLiteProvider.Microsoft) => _optimizer = new MicrosOptimizer(SqlProviderFlags);

    public override MappingSchema MappingSchema => MicrosSchema.Instance;

    public override ISqlOptimizer GetSqlOptimizer(DataOptions dataOptions) => _optimizer;

    public override void SetParameter(DataConnection dataConnection, DbParameter parameter, string name, DbDataType dataType, object? value)
    {
        var stored = MicrosSchema.ToStored(value);
        base.SetParameter(dataConnection, parameter, name, stored is long && value is not long ? dataType.WithDataType(DataType.Int64) : dataType, stored);
    }

    public override Expression GetReaderExpression(DbDataReader reader, int idx, Expression readerExpression, Type? toType)
    {
        if (toType == typeof(DateTime))
            return StoredReader.Time;
        if (toType == typeof(decimal))
            return StoredReader.Decimal;
        if (toType == typeof(string) && StoredReader.IsNullAfterText(reader, idx))
            return StoredReader.Text;
        return toType == typeof(Guid) ? StoredReader.Guid : base.GetReaderExpression(reader, idx, readerExpression, toType);
    }

    protected override IMemberTranslator CreateMemberTranslator() => new MicrosTranslator();
}
