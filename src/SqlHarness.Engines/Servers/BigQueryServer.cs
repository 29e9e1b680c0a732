using LinqToDB;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Servers;

/// <summary>
/// BigQuery, by any driver that gives a DbConnection. The work has a dataset of its own. DELETE needs a condition
/// (https://cloud.google.com/bigquery/docs/reference/standard-sql/dml-syntax#delete_statement); decimals are declared with their precision, or as BIGNUMERIC.
/// </summary>
sealed class BigQueryServer() : Server(Dialect.BigQuery)
{
    public override string Clear(string table) => $"DELETE FROM {table} WHERE TRUE";

    public override string ColumnType(DbDataType type, bool canBeNull) =>
        Plain(type) == typeof(decimal) ? Dialect.DecimalType(type.Precision ?? 38, type.Scale ?? 9) + Digits(type) : base.ColumnType(type, canBeNull);

    public override string NotFinite(double value) => $"CAST('{(double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf")}' AS FLOAT64)";
}
