using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Takes back one rule of the lift in a lifted statement, as a mistake in the lifter would.</summary>
static class PlantedLifts
{
    public static readonly IReadOnlyDictionary<string, Action<SqlStatement>> Mistakes = new Dictionary<string, Action<SqlStatement>>
    {
        ["no partition"] = s => s.VisitAll(e => (e as SqlExtendedFunction)?.PartitionBy?.RemoveAll(IsCase)),
        ["no equality in joins"] = s => s.VisitAll(e => (e as SqlJoinedTable)?.Condition.Predicates.RemoveAll(IsEquality)),
        ["no equality in WHERE"] = s => s.VisitAll(e => (e as SelectQuery)?.Where.SearchCondition.Predicates.RemoveAll(IsEquality)),
        ["no group"] = s => s.VisitAll(e => DropGroup(e as SelectQuery)),
        ["no padding"] = s => s.VisitAll(e =>
        {
            if (e is SqlTableSource { Source: SqlTable { TableName.Name: CaseSchema.CasesTable } } source)
                source.Joins.ForEach(j => j.JoinType = JoinType.Inner);
        }),
    };

    // Its column stays, as an aggregate: another group would otherwise be a syntax error.
    static void DropGroup(SelectQuery? query)
    {
        if (query?.GroupBy.Items.RemoveAll(IsCase) > 0 && query.Select.Columns[^1] is var column)
            column.Expression = new SqlExtendedFunction(CaseSchema.Type, "MIN", [new(column.Expression)], [true], isAggregate: true);
    }

    static bool IsEquality(ISqlPredicate predicate) => predicate is SqlPredicate.ExprExpr { Operator: SqlPredicate.Operator.Equal } both && IsCase(both.Expr1) && IsCase(both.Expr2);

    static bool IsCase(ISqlExpression expression) => expression switch
    {
        SqlField field => field.Name == CaseSchema.Column,
        SqlCteTableField field => field.Name == CaseSchema.Column,
        SqlColumn column => column.Alias == CaseSchema.Column,
        SqlExpression { Parameters: { Length: > 0 } parts } => parts.All(IsCase),
        _ => false,
    };
}
