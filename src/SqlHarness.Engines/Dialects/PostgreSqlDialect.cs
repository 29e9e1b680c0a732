using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// PostgreSQL. Times are TIMESTAMP in UTC. NULL is the largest value (https://www.postgresql.org/docs/current/queries-order.html); names without quotes are folded to lower case; text is
/// ordered by the database's collation, so its order by code point says COLLATE "C" (https://www.postgresql.org/docs/current/collation.html), while equality is by bytes anyway. BIGINT is
/// summed to NUMERIC (https://www.postgresql.org/docs/current/functions-aggregate.html).
/// </summary>
sealed class PostgreSqlDialect : Dialect
{
    public override string Name => Portability.DialectNames.PostgreSql;

    public override string Title => "PostgreSQL";

    internal override NullOrder Nulls => NullOrder.Largest;

    internal override string FloatType => "DOUBLE PRECISION";

    internal override string TextType => "TEXT";

    internal override string TextOrder => "{0} COLLATE \"C\"";

    // IS NOT DISTINCT FROM is no operator, and neither hashed nor looked up in an index; of arrays NULL equals NULL (https://www.postgresql.org/docs/current/functions-array.html).
    internal override string SameInJoin => "ARRAY[{0}] = ARRAY[{1}]";

    internal override string DecimalType(int precision, int scale) => FormattableString.Invariant($"NUMERIC({precision}, {scale})");

    internal override SqlPredicate.ExprExpr Compared(SqlPredicate.ExprExpr comparison, Func<SqlParameter, object?>? value) => ElapsedComparison.OfIntervals(comparison, value);

    internal override bool IsPlain(string name) => PlainNames.IsPlainLower(name);

    internal override bool WidensSums => true;
}
