using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>What cannot be NULL though linq2db thinks that it may: counts, and what a sub-query lets through only where it is not NULL.</summary>
static class Known
{
    /// <summary>Whether it is certain that an expression is not NULL.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="level">The level on which it stands: what an outer join fills up there can be NULL all the same.</param>
    /// <param name="joined">What a join joins, where its condition asks: that is not filled up yet.</param>
    public static bool IsSo(ISqlExpression expression, SelectQuery level, ISqlTableSource? joined) => expression switch
    {
        SqlExtendedFunction { FunctionName: "COUNT" or "ROW_NUMBER" or "RANK" or "DENSE_RANK" } => true,
        SqlNullabilityExpression wrapper => IsSo(wrapper.SqlExpression, level, joined),
        SqlColumn { Parent: { } parent } column => !IsFilledUp(level, parent, joined) && IsSo(column, parent),
        SqlCteTableField { Table: { } table, CteField.Column: { Parent: { } body } column } => !IsFilledUp(level, table, joined)
            && IsSo(column, body),
        _ => false,
    };

    // A column of a query that is united with others is also a column of these.
    static bool IsSo(SqlColumn column, SelectQuery of) =>
        !of.HasSetOperators && (IsRequired(column.Expression, of.Where.SearchCondition) || IsSo(column.Expression, of, null));

    static bool IsFilledUp(SelectQuery level, ISqlTableSource source, ISqlTableSource? joined) =>
        level != source && source != joined && NullabilityContext.GetContext(level).CanBeNullSource(source) == true;

    static bool IsRequired(ISqlExpression expression, SqlSearchCondition where) =>
        !where.IsOr && where.Predicates.Exists(p => p is SqlPredicate.IsNull { IsNot: true, Expr1: var required }
            && Bare(required).Equals(Bare(expression)));

    static ISqlExpression Bare(ISqlExpression expression) =>
        expression is SqlNullabilityExpression wrapper ? Bare(wrapper.SqlExpression) : expression;
}
