namespace SqlHarness.Engines.Dialects;

/// <summary>
/// Databricks: Spark SQL. Times are TIMESTAMP in a session whose time zone is UTC (https://docs.databricks.com/en/sql/language-manual/parameters/timezone.html), or TIMESTAMP_NTZ.
/// Integer division is DIV (https://docs.databricks.com/en/sql/language-manual/functions/div.html); NULL is the smallest value; texts escape with a backslash.
/// </summary>
sealed class DatabricksDialect : Dialect
{
    public override string Name => Portability.DialectNames.Databricks;

    public override string Title => "Databricks";

    internal override NullOrder Nulls => NullOrder.Smallest;

    internal override string IntegerType => "INT";

    internal override string TextType => "STRING";

    internal override string WholeDivision => "{0} DIV {1}";

    internal override string Quoted(string name) => Quotes.Backticks(name);

    internal override string Text(string value) => Quotes.Backslashed(value);
}
