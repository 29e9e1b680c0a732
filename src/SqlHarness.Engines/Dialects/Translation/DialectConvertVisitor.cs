using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>What a statement needs before a dialect can print it: truth values in columns where there are none, and elapsed time in the dialect's spelling.</summary>
sealed class DialectConvertVisitor(bool allowModify, Dialect dialect) : SqlExpressionConvertVisitor(allowModify)
{
    protected override bool SupportsBooleanInColumn => dialect.HasTruthValues;

    // A text is joined to texts only; the guard refuses the rest.
    protected override bool ConcatRequiresExplicitStringCast => false;

    public override SqlIntervalUnit IntervalResolution => SqlIntervalUnit.Microsecond;

    public override bool CanLowerIntervalDifference => true;

    // C#'s == and != of two values that can both be NULL, in the words that SQL has for it.
    public override IQueryElement ConvertExprExprPredicate(SqlPredicate.ExprExpr predicate) =>
        predicate is { UnknownAsValue: not null, Operator: SqlPredicate.Operator.Equal or SqlPredicate.Operator.NotEqual }
        && predicate.Expr1.CanBeNullable(NullabilityContext) && predicate.Expr2.CanBeNullable(NullabilityContext) && !IsNull(predicate.Expr1) && !IsNull(predicate.Expr2)
            ? new SqlPredicate.IsDistinct(predicate.Expr1, predicate.Operator == SqlPredicate.Operator.Equal, predicate.Expr2)
            : base.ConvertExprExprPredicate(predicate);

    // A condition in a column of the result, behind its mark.
    protected override ISqlExpression WrapBooleanExpression(ISqlExpression expr, bool includeFields, bool forceConvert = false, bool withNull = true)
    {
        if (OutputColumn.Number(expr) is null)
            return base.WrapBooleanExpression(expr, includeFields, forceConvert, withNull);
        var value = OutputColumn.Value(expr);
        var wrapped = base.WrapBooleanExpression(value, includeFields, forceConvert, value.CanBeNullable(NullabilityContext));
        return ReferenceEquals(wrapped, value) ? expr : OutputColumn.With(expr, wrapped);
    }

    protected override ISqlExpression? ElapsedTicks(SqlIntervalDifferenceExpression element)
    {
        var whole = Factory.GetDbDataType(typeof(long));
        var elapsed = Spelling.Of(typeof(Portable).GetMethod(nameof(Portable.ElapsedMicroseconds))!, null, dialect.Name).Sql;
        return Factory.Multiply(whole, Factory.Expression(whole, Precedence.Primary, elapsed, element.Start, element.End), Factory.Value(whole, TimeSpan.TicksPerMicrosecond));
    }

    protected override ISqlExpression TruncateDivide(ISqlExpression value, long divisor)
    {
        var whole = Factory.GetDbDataType(typeof(long));
        return Factory.Div(whole, value, Factory.Value(whole, divisor));
    }

    static bool IsNull(ISqlExpression expression) => expression is SqlValue { Value: null };
}
