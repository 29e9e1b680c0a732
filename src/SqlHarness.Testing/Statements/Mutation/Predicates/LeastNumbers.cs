using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>Tells below what an expression never is: counts and row numbers.</summary>
static class LeastNumbers
{
    /// <summary>The least number that a never NULL expression can be; null where it is not known.</summary>
    /// <param name="expression">The expression, or a column that hands it on.</param>
    /// <param name="query">The level on which it stands.</param>
    public static decimal? Of(ISqlExpression expression, SelectQuery query) => expression switch
    {
        SqlColumn { Parent: { HasSetOperators: false } parent } column when IsInner(parent, query) => Of(column.Expression, parent),
        SqlCteTableField { Table: { } table, CteField.Column: { Parent: { HasSetOperators: false } body } column } when IsInner(table, query) => Of(column.Expression, body),
        SqlExtendedFunction { FunctionName: "ROW_NUMBER" or "RANK" or "DENSE_RANK" } => 1,
        // A group has a row.
        SqlExtendedFunction { FunctionName: "COUNT", Filter: null, IsWindowFunction: false, Arguments: [{ Expression: SqlFragment }] } when !query.GroupBy.IsEmpty => 1,
        SqlExtendedFunction { FunctionName: "COUNT" } => 0,
        _ => null,
    };

    // Behind an outer join it may be NULL.
    static bool IsInner(ISqlTableSource source, SelectQuery query) => NullabilityContext.GetContext(query).CanBeNullSource(source) == false;
}
