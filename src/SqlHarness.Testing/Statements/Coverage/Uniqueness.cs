using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>What the mapping says of keys.</summary>
static class Uniqueness
{
    /// <summary>
    /// Whether an expression differs on all rows of a level: it is a primary key of one column, of the only table that the level reads, through any
    /// number of sub-queries.
    /// </summary>
    public static bool IsUnique(ISqlExpression expression, SelectQuery level)
    {
        if (level.From.Tables is not [{ Joins.Count: 0, Source: var source }] || level.HasSetOperators)
            return false;
        return (expression, source) switch
        {
            (SqlField { IsPrimaryKey: true } field, SqlTable table) => field.Table == table && table.Fields.Count(f => f.IsPrimaryKey) == 1,
            (SqlColumn column, SelectQuery query) => column.Parent == query && query.GroupBy.IsEmpty && IsUnique(column.Expression, query),
            (SqlCteTableField { CteField.Column: { Parent: { } body } column }, SqlCteTable { Cte.IsRecursive: false }) => body.GroupBy.IsEmpty
                && IsUnique(column.Expression, body),
            (SqlNullabilityExpression wrapper, _) => IsUnique(wrapper.SqlExpression, level),
            _ => false,
        };
    }

    /// <summary>Whether no two rows that a query returns are equal.</summary>
    public static bool HasUniqueRows(SelectQuery query) => query.HasSetOperators
        ? query.SetOperators[^1].Operation is SetOperation.Union or SetOperation.Except or SetOperation.Intersect
        : query.Select.IsDistinct || query.Select.Columns.Exists(c => IsUnique(c.Expression, query))
            || !query.GroupBy.IsEmpty && query.GroupBy.Items.TrueForAll(k => query.Select.Columns.Exists(c => c.Expression.Equals(k)));

    /// <summary>
    /// Whether at most one row of a source meets a join's condition: all parts of the condition hold, and equality with each column of the source's
    /// primary key is among them.
    /// </summary>
    public static bool IsOneAtMost(SqlTableSource source, SqlSearchCondition condition)
    {
        if (source is not { Joins.Count: 0, Source: SqlTable table } || condition.IsOr || !table.Fields.Exists(f => f.IsPrimaryKey))
            return false;
        var equal = condition.Predicates.OfType<SqlPredicate.ExprExpr>().Where(p => p.Operator == SqlPredicate.Operator.Equal)
            .SelectMany(p => new[] { p.Expr1, p.Expr2 }).ToHashSet(ReferenceEqualityComparer.Instance);
        return table.Fields.Where(f => f.IsPrimaryKey).All(equal.Contains);
    }
}
