using System.Globalization;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// BigQuery's GoogleSQL. Times are TIMESTAMP. Integer division is DIV, since / gives FLOAT64
/// (https://cloud.google.com/bigquery/docs/reference/standard-sql/mathematical_functions#div); set operators say DISTINCT, and EXCEPT has no ALL
/// (https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax#set_operators); texts escape with a backslash
/// (https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical#literals).
/// </summary>
sealed class BigQueryDialect : Dialect
{
    public override string Name => Portability.DialectNames.BigQuery;

    public override string Title => "BigQuery";

    internal override NullOrder Nulls => NullOrder.Smallest;

    internal override string WholeType => "INT64";

    internal override string IntegerType => "INT64";

    internal override string FloatType => "FLOAT64";

    internal override string TextType => "STRING";

    internal override string TruthType => "BOOL";

    internal override string WholeDivision => "DIV({0}, {1})";

    internal override string Remainder => "MOD({0}, {1})";

    internal override string Union => "UNION DISTINCT";

    internal override bool HasSetOperatorsAll => false;

    internal override string? AggregateFilter => null;

    internal override string DecimalType(int precision, int scale) => precision - scale <= 29 && scale <= 9 ? "NUMERIC" : "BIGNUMERIC";

    internal override string DistinctSetOperator(string name) => name + " DISTINCT";

    internal override string Quoted(string name) => Quotes.Backticks(name, "\\`");

    internal override string Text(string value) => Quotes.Backslashed(value);

    internal override string Time(DateTime value) => $"TIMESTAMP '{TimeText(value)}+00'";

    internal override string Number(decimal value) => string.Create(CultureInfo.InvariantCulture, $"{(value.Scale <= 9 ? "NUMERIC" : "BIGNUMERIC")} '{value}'");
}
