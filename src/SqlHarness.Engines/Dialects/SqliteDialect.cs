using System.Globalization;
using SqlHarness.Engines.Dialects.Layout;
using SqlHarness.Engines.Sqlite;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// SQLite, as <see cref="Engine.Sqlite"/> stores values: times as INTEGER microseconds since 1970, decimals as INTEGER millionths, truth values as 0 and 1. NULL is the smallest value
/// (https://www.sqlite.org/lang_select.html#orderby); EXCEPT has no ALL; OFFSET needs a LIMIT.
/// </summary>
sealed class SqliteDialect : Dialect
{
    public override string Name => Portability.DialectNames.Sqlite;

    public override string Title => "SQLite";

    internal override NullOrder Nulls => NullOrder.Smallest;

    internal override string WholeType => "INTEGER";

    internal override string FloatType => "REAL";

    internal override string TextType => "TEXT";

    internal override string TimeType => "INTEGER";

    internal override string TruthType => "INTEGER";

    internal override bool HasSetOperatorsAll => false;

    internal override bool ScalesDecimals => true;

    internal override string DecimalType(int precision, int scale) => "INTEGER";

    internal override string Time(DateTime value) => UtcMicros.FromTime(UtcMicros.InQuery(value)).ToString(CultureInfo.InvariantCulture);

    internal override string Number(decimal value) => ScaledDecimal.InQuery(value).ToString(CultureInfo.InvariantCulture);

    internal override Doc Paging(string? take, string? skip, bool ordered) => base.Paging(skip is null ? take : take ?? "-1", skip, ordered);
}
