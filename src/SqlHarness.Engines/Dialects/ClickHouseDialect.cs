using System.Globalization;
using SqlHarness.Engines.Dialects.Layout;
using SqlHarness.Engines.Dialects.Printing;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// ClickHouse. Times are DateTime64(6, 'UTC'). An outer join fills columns with defaults unless join_use_nulls is set (https://clickhouse.com/docs/operations/settings/settings#join_use_nulls), so each
/// statement sets it; LAG over a column that is not Nullable gives the type's default (https://github.com/ClickHouse/ClickHouse/issues/26115), so its argument is made Nullable;
/// a sub-query that depends on the row around it loses rows whose keys are NULL, and counts of nothing (seen with 26.7), so it is refused; a column that is qualified because another source has its
/// name is called so in the result; counts are of a type without sign, which mixes with none that has one; a Nullable column that a window counts is not found (seen with 26.7); FIRST_VALUE and LAST_VALUE pass over NULL unless RESPECT NULLS is said; integer division is intDiv; set operators say DISTINCT; texts escape with a backslash.
/// </summary>
sealed class ClickHouseDialect : Dialect
{
    static readonly HashSet<string> PassingOverNulls = new(StringComparer.OrdinalIgnoreCase) { "FIRST_VALUE", "LAST_VALUE", "NTH_VALUE" };

    public override string Name => Portability.DialectNames.ClickHouse;

    public override string Title => "ClickHouse";

    internal override NullOrder Nulls => NullOrder.Last;

    internal override string WholeType => "Nullable(Int64)";

    internal override string IntegerType => "Nullable(Int32)";

    internal override string FloatType => "Nullable(Float64)";

    internal override string TextType => "Nullable(String)";

    internal override string TimeType => "Nullable(DateTime64(6, 'UTC'))";

    internal override string TruthType => "Nullable(Bool)";

    internal override string WholeDivision => "intDiv({0}, {1})";

    internal override string Union => "UNION DISTINCT";

    internal override bool HasSetOperatorsAll => false;

    internal override string WindowValue => "toNullable({0})";

    internal override string SignedCount => "toInt64({0})";

    internal override string WindowCount => "toNullable({0})";

    internal override bool HasCorrelatedSubQueries => false;

    internal override bool NamesQualifiedColumns => false;

    internal override string Settings(string sql) => ClickHouseSettings.Of(sql);

    internal override string DecimalType(int precision, int scale) => FormattableString.Invariant($"Nullable(Decimal({precision}, {scale}))");

    internal override string DistinctSetOperator(string name) => name + " DISTINCT";

    internal override bool PassesOverNulls(string function) => PassingOverNulls.Contains(function);

    internal override string Text(string value) => Quotes.Backslashed(value);

    internal override string Time(DateTime value) => $"toDateTime64('{TimeText(value)}', 6, 'UTC')";

    // A choice between decimals of two scales is not implemented, and an integer has none.
    internal override string Number(decimal value) => decimal.IsInteger(value) && Math.Abs(value) < long.MaxValue ? value.ToString("0", CultureInfo.InvariantCulture) : FormattableString.Invariant($"toDecimal128('{value}', {Math.Max((int)value.Scale, 0)})");

    internal override Doc CreateTable(string name, PrintedQuery query) => Doc.Of($"CREATE TABLE {name}", Doc.HardLine, "ENGINE = MergeTree", Doc.HardLine, "ORDER BY tuple() AS", Doc.HardLine, Whole(query));
}
