namespace SqlHarness.Engines.Dialects;

/// <summary>
/// DuckDB. Times are TIMESTAMP. NULL is last in both directions (https://duckdb.org/docs/stable/sql/query_syntax/orderby); integer division is //, since / gives DOUBLE
/// (https://duckdb.org/docs/stable/sql/functions/numeric); whole numbers are summed to HUGEINT (https://duckdb.org/docs/stable/sql/functions/aggregates).
/// </summary>
sealed class DuckDbDialect : Dialect
{
    public override string Name => Portability.DialectNames.DuckDb;

    public override string Title => "DuckDB";

    internal override NullOrder Nulls => NullOrder.Last;

    internal override string WholeDivision => "{0} // {1}";

    internal override bool WidensSums => true;
}
