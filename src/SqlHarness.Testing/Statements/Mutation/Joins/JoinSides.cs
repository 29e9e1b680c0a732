using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Joins;

/// <summary>The joins of a level, and what their conditions are about.</summary>
static class JoinSides
{
    /// <summary>The level's joins, in the order in which they are read.</summary>
    public static IEnumerable<SqlJoinedTable> Of(MutatedLevel level) => level.Query.From.Tables.SelectMany(Slot.Joins);

    /// <summary>The parts of a join's condition that all must hold.</summary>
    public static IReadOnlyList<ISqlPredicate> Parts(SqlJoinedTable join) => join.Condition.IsOr && join.Condition.Predicates.Count > 1 ? [join.Condition] : join.Condition.Predicates;

    /// <summary>Whether a part of a condition is an equality of two sources' columns.</summary>
    public static bool IsKey(ISqlPredicate part) => part is SqlPredicate.ExprExpr { Operator: SqlPredicate.Operator.Equal } equality
        && Sources(equality.Expr1) is { Count: 1 } left && Sources(equality.Expr2) is { Count: 1 } right && !left.SetEquals(right);

    /// <summary>The sources whose columns an expression uses.</summary>
    public static HashSet<ISqlTableSource> Sources(IQueryElement element) => [.. MutatedLevel.ColumnsIn(element).Select(MutatedLevel.SourceOf).OfType<ISqlTableSource>()];

    /// <summary>What a person calls a source.</summary>
    public static string Name(ISqlTableSource source) => source switch
    {
        SqlTable table => table.TableName.Name,
        SqlCteTable table => table.Cte?.Name ?? "a step",
        SelectQuery query => query.QueryName ?? "a sub-query",
        _ => "a table",
    };

    /// <summary>The columns of a source.</summary>
    public static IEnumerable<ISqlExpression> Columns(ISqlTableSource? source) => source switch
    {
        SqlTable table => table.Fields,
        SqlCteTable table => table.Fields,
        SelectQuery query => query.Select.Columns,
        _ => [],
    };
}
