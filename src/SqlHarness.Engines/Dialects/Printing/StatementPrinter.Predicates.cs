using System.Collections;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>Conditions.</summary>
sealed partial class StatementPrinter
{
    /// <summary>A condition as it stands behind WHERE or ON.</summary>
    Doc Condition(SqlSearchCondition condition) => Condition(condition, Precedence.Unknown + 1);

    Doc Condition(SqlSearchCondition condition, int around)
    {
        var predicates = condition.Predicates;
        if (predicates.Count == 0)
            return Truth(true);
        if (predicates.Count == 1)
            return Predicate(predicates[0], around);
        var precedence = condition.IsOr ? Precedence.LogicalDisjunction : Precedence.LogicalConjunction;
        // AND inside OR needs no parentheses, but its readers do.
        var joined = Doc.Join(Doc.Of(Doc.Line, condition.IsOr ? "OR " : "AND "), predicates.Select(p => Predicate(p, Precedence.LogicalConjunction + 1)));
        return around > precedence ? Doc.Parenthesised(joined) : joined;
    }

    Doc Predicate(ISqlPredicate predicate, int around)
    {
        switch (predicate)
        {
            case SqlSearchCondition condition:
                return Condition(condition, around);
            case SqlPredicate.Not not:
                return Wrapped(Doc.Of("NOT ", Predicate(not.Predicate, Precedence.LogicalNegation + 1)), Precedence.LogicalNegation, around);
            case SqlPredicate.TruePredicate:
                return Truth(true);
            case SqlPredicate.FalsePredicate:
                return Truth(false);
            case SqlPredicate.Expr { Expr1: SqlValue { Value: bool value } }:
                return Truth(value);
            case SqlPredicate.ExprExpr comparison:
                return Wrapped(Comparison(_dialect.Compared(comparison, Value)), Precedence.Comparison, around);
            case SqlPredicate.IsNull isNull:
                return Wrapped(Doc.Of(Expression(isNull.Expr1, Precedence.Comparison + 1), isNull.IsNot ? " IS NOT NULL" : " IS NULL"), Precedence.Comparison, around);
            case SqlPredicate.IsDistinct distinct:
                var (same, other) = Sides(distinct.Expr1, distinct.Expr2, Equated);
                return Wrapped(Filled(distinct.IsNot ? _dialect.NullSafe.Same : _dialect.NullSafe.Different, same, other), Precedence.Comparison, around);
            case SqlPredicate.Between between:
                return Wrapped(Doc.Of(InOrder(between.Expr1, Precedence.Comparison + 1), between.IsNot ? " NOT BETWEEN " : " BETWEEN ",
                    Expression(between.Expr2, Precedence.Comparison + 1), " AND ", Expression(between.Expr3, Precedence.Comparison + 1)),
                    Precedence.Comparison, around);
            case SqlPredicate.InList list:
                return InList(list, around);
            case SqlPredicate.InSubQuery sub:
                return Wrapped(Doc.Of(Equated(sub.Expr1, Precedence.Comparison + 1), sub.IsNot ? " NOT IN " : " IN ", SubQuery(sub.SubQuery)), Precedence.Comparison, around);
            case SqlPredicate.Exists exists:
                return Wrapped(Doc.Of(exists.IsNot ? "NOT EXISTS " : "EXISTS ", SubQuery(exists.SubQuery)), exists.IsNot ? Precedence.LogicalNegation : Precedence.Comparison, around);
            case SqlPredicate.IsTrue isTrue:
                return Predicate(isTrue.Reduce(Nullability(), true), around);
            case SqlPredicate.Expr expression when predicate.GetType() == typeof(SqlPredicate.Expr):
                return expression.Expr1 is SqlSearchCondition inner ? Condition(inner, around) : Expression(expression.Expr1, around);
            default:
                throw Refusal(predicate is SqlPredicate.Like or SqlPredicate.SearchString ? "LIKE, whose case depends on the engine (use Portable.Contains, StartsWith or EndsWith)"
                    : $"the condition {predicate}");
        }
    }

    Doc Comparison(SqlPredicate.ExprExpr comparison)
    {
        var (sign, ordered) = comparison.Operator switch
        {
            SqlPredicate.Operator.Equal => (" = ", false),
            SqlPredicate.Operator.NotEqual => (" <> ", false),
            SqlPredicate.Operator.Greater => (" > ", true),
            SqlPredicate.Operator.GreaterOrEqual => (" >= ", true),
            SqlPredicate.Operator.Less => (" < ", true),
            SqlPredicate.Operator.LessOrEqual => (" <= ", true),
            _ => throw Refusal($"the comparison {comparison.Operator}"),
        };
        var (left, right) = Sides(comparison.Expr1, comparison.Expr2, ordered ? InOrder : Equated);
        return Doc.Of(left, sign, right);
    }

    // One side says how texts are compared, and the other follows.
    (Doc Left, Doc Right) Sides(ISqlExpression left, ISqlExpression right, Func<ISqlExpression, int, Doc> compared)
    {
        const int Around = Precedence.Comparison + 1;
        return IsLiteral(left) ? (Expression(left, Around), compared(right, Around)) : (compared(left, Around), Expression(right, Around));
    }

    Doc InList(SqlPredicate.InList list, int around)
    {
        var values = list.Values is [SqlParameter parameter] && Value(parameter) is IEnumerable items and not string
            ? items.Cast<object?>().Select(i => i as ISqlExpression ?? new SqlValue(QueryHelper.GetDbDataType(list.Expr1, Schema), i)).ToList() : list.Values;
        var (nulls, others) = (values.Where(IsNull).ToList(), values.Where(v => !IsNull(v)).ToList());
        var isNull = new SqlPredicate.IsNull(list.Expr1, list.IsNot);
        if (others.Count == 0)
            return nulls.Count > 0 && list.WithNull is not null ? Predicate(isNull, around) : Truth(list.IsNot);
        var written = Doc.Of(Equated(list.Expr1, Precedence.Comparison + 1), list.IsNot ? " NOT IN " : " IN ",
            Doc.Parenthesised(Doc.Join(Doc.Of(",", Doc.Line), others.Select(v => Expression(v)))));
        if (list.WithNull is null || nulls.Count == 0 && !(list.WithNull == true && list.Expr1.ShouldCheckForNull(Nullability())))
            return Wrapped(written, Precedence.Comparison, around);
        // C#'s Contains knows NULL: it is in the list, or it is not.
        var isOr = nulls.Count == 0 || !list.IsNot;
        var precedence = isOr ? Precedence.LogicalDisjunction : Precedence.LogicalConjunction;
        return Wrapped(Doc.Of(written, Doc.Line, isOr ? "OR " : "AND ", Predicate(nulls.Count == 0 ? new SqlPredicate.IsNull(list.Expr1, false) : isNull, precedence + 1)), precedence, around);
    }

    bool IsNull(ISqlExpression value) => value is SqlValue { Value: null } || value is SqlParameter && Value(value) is null;

    Doc SubQuery(SelectQuery query)
    {
        if (!_dialect.HasCorrelatedSubQueries && IsCorrelated(query))
            throw Refusal("a sub-query that depends on the row around it; join and group instead");
        _subQueryDepth++;
        var doc = Doc.Of("(", Doc.Nest(Doc.HardLine, Query(query)), Doc.HardLine, ")");
        _subQueryDepth--;
        return doc;
    }

    static bool IsCorrelated(SelectQuery query)
    {
        var inside = new HashSet<ISqlTableSource>(ReferenceEqualityComparer.Instance);
        query.VisitAll(e => _ = e is ISqlTableSource source && inside.Add(source));
        return query.Find(e => e switch
        {
            SqlField { Table: { } table } => !inside.Contains(table),
            SqlCteTableField { Table: { } table } => !inside.Contains(table),
            SqlColumn { Parent: { } parent } => !inside.Contains(parent),
            _ => false,
        }) is not null;
    }

    static Doc Wrapped(Doc doc, int precedence, int around) => around > precedence ? Doc.Parenthesised(doc) : doc;

    Doc Truth(bool value) => _dialect.HasTruthValues ? _dialect.Truth(value) : value ? "1 = 1" : "1 = 0";
}
