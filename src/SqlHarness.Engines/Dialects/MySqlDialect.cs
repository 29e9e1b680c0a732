namespace SqlHarness.Engines.Dialects;

/// <summary>
/// MySQL 8. Times are DATETIME(6), texts utf8mb4. Text is compared by a collation that knows neither case nor accents, so equality, groups and order say utf8mb4_0900_bin, which also
/// counts trailing blanks (https://dev.mysql.com/doc/refman/8.4/en/charset-unicode-sets.html); integer division is DIV; || is OR, so texts are joined by CONCAT; null-safe equality is &lt;=&gt;;
/// NULL is the smallest value and ORDER BY cannot say otherwise; there is no FULL JOIN; whole numbers are summed to DECIMAL; CAST knows SIGNED, not BIGINT (https://dev.mysql.com/doc/refman/8.4/en/cast-functions.html).
/// </summary>
class MySqlDialect : Dialect
{
    public override string Name => Portability.DialectNames.MySql;

    public override string Title => "MySQL";

    internal override NullOrder Nulls => NullOrder.Smallest;

    internal override bool SaysNullOrder => false;

    internal override string WholeType => "SIGNED";

    internal override string IntegerType => "SIGNED";

    internal override string TextType => "CHAR";

    internal override string TimeType => "DATETIME(6)";

    internal override string TruthType => "SIGNED";

    internal override string WholeDivision => "{0} DIV {1}";

    internal override bool WidensSums => true;

    internal override string? ConcatOperator => null;

    internal override (string Same, string Different) NullSafe => ("{0} <=> {1}", "NOT ({0} <=> {1})");

    internal override bool HasFullJoin => false;

    internal override string? AggregateFilter => null;

    internal override string TextOrder => TextEquality;

    internal override string TextEquality => "{0} COLLATE utf8mb4_0900_bin";

    internal override string Quoted(string name) => Quotes.Backticks(name);

    internal override string Text(string value) => Quotes.Backslashed(value);

    internal override string Time(DateTime value) => $"TIMESTAMP('{TimeText(value)}')";

    // LIMIT takes no expression, and OFFSET needs one: the manual's own number for all rows.
    internal override Layout.Doc Paging(string? take, string? skip, bool ordered) => base.Paging(skip is null ? take : take ?? "18446744073709551615", skip, ordered);
}
