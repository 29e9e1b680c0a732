namespace SqlHarness.Engines.Dialects;

/// <summary>
/// Snowflake. Times are TIMESTAMP_NTZ. Names without quotes are folded to upper case, so a lower-case name that must be quoted is quoted in upper case
/// (https://docs.snowflake.com/en/sql-reference/identifiers-syntax); NULL is the largest value (https://docs.snowflake.com/en/sql-reference/constructs/order-by);
/// / rounds to six more digits than its dividend has (https://docs.snowflake.com/en/sql-reference/operators-arithmetic), so whole-number division takes the remainder away first;
/// texts escape with a backslash; EXCEPT has no ALL (https://docs.snowflake.com/en/sql-reference/operators-query).
/// </summary>
sealed class SnowflakeDialect : Dialect
{
    public override string Name => Portability.DialectNames.Snowflake;

    public override string Title => "Snowflake";

    internal override NullOrder Nulls => NullOrder.Largest;

    internal override string TimeType => "TIMESTAMP_NTZ(6)";

    internal override string WholeDivision => "CAST(({0} - MOD({0}, {1})) / {1} AS BIGINT)";

    internal override string Remainder => "MOD({0}, {1})";

    internal override bool HasSetOperatorsAll => false;

    internal override string? AggregateFilter => null;

    internal override string DecimalType(int precision, int scale) => FormattableString.Invariant($"NUMBER({precision}, {scale})");

    internal override bool IsPlain(string name) => PlainNames.IsPlainLower(name);

    internal override string Quoted(string name) => base.Quoted(IsPlain(name) ? name.ToUpperInvariant() : name);

    internal override string Text(string value) => Quotes.Backslashed(value);

    internal override string Time(DateTime value) => $"TO_TIMESTAMP_NTZ('{TimeText(value)}')";
}
