using System.Data.Common;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.DataProvider.DuckDB;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.DuckDb;

/// <summary>linq2db's DuckDB provider, with every time read as UTC. One instance, since linq2db translates each query anew for another.</summary>
sealed class UtcProvider : DuckDBDataProvider
{
    public static readonly UtcProvider Instance = new();

    static readonly Expression<Func<DbDataReader, int, DateTime>> ReadTime =
        (reader, index) => DateTime.SpecifyKind(reader.GetDateTime(index), DateTimeKind.Utc);

    UtcProvider() { }

    public override MappingSchema MappingSchema => UtcSchema.Instance;

    public override Expression GetReaderExpression(DbDataReader reader, int idx, Expression readerExpression, Type? toType) =>
        toType == typeof(DateTime) && reader.GetFieldType(idx) == typeof(DateTime)
            ? ReadTime
            : base.GetReaderExpression(reader, idx, readerExpression, toType);

    public override void SetParameter(DataConnection dataConnection, DbParameter parameter, string name, DbDataType dataType, object? value) =>
        base.SetParameter(dataConnection, parameter, name, dataType, value is DateTime time ? UtcMicros.InQuery(time) : value);
}
