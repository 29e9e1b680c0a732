using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Health;

namespace SqlHarness.Testing.Statements;

/// <summary>Reads what a statement compares, groups, partitions, orders and joins by, traced to the columns of its tables.</summary>
sealed class ColumnUses
{
    readonly List<BaseColumn> _columns = [];
    readonly List<(BaseColumn Left, BaseColumn Right)> _joins = [];

    ColumnUses() { }

    /// <param name="statement">The statement, as <c>DataConnection.ProcessQuery</c> gets it.</param>
    public static ColumnUse Of(SqlStatement statement)
    {
        var reader = new ColumnUses();
        statement.VisitAll(reader.Read);
        return new([.. reader._columns.Distinct()], [.. reader._joins.Distinct()]);
    }

    void Read(IQueryElement element)
    {
        switch (element)
        {
            case SelectQuery query:
                Use([.. query.GroupBy.Items, .. query.OrderBy.Items.Select(i => i.Expression)]);
                if (query.Select.IsDistinct)
                    Use(query.Select.Columns);
                break;
            case SqlExtendedFunction { IsWindowFunction: true } window:
                Use([.. window.PartitionBy ?? [], .. (window.OrderBy ?? []).Select(i => i.Expression)]);
                break;
            case SqlPredicate.ExprExpr comparison:
                Use([comparison.Expr1, comparison.Expr2]);
                if (comparison.Operator == SqlPredicate.Operator.Equal)
                    Join(comparison.Expr1, comparison.Expr2);
                break;
            case SqlPredicate.IsDistinct distinct:
                Use([distinct.Expr1, distinct.Expr2]);
                break;
            case SqlPredicate.InSubQuery within:
                Use([within.Expr1]);
                if (within.SubQuery.Select.Columns is [var column])
                    Join(within.Expr1, column);
                break;
            // Also IN, BETWEEN, LIKE and IS NULL.
            case SqlPredicate.BaseNotExpr predicate:
                Use([predicate.Expr1]);
                break;
        }
    }

    void Use(IEnumerable<ISqlExpression> expressions) => _columns.AddRange(expressions.SelectMany(BaseColumns.Of));

    void Join(ISqlExpression left, ISqlExpression right)
    {
        if (Unchanged(left) is { } one && Unchanged(right) is { } other && one != other)
            _joins.Add((one, other));
    }

    // What was computed of a column need not meet what the column holds.
    static BaseColumn? Unchanged(ISqlExpression expression) => expression switch
    {
        SqlField { Table: SqlTable table } field => new(table.ObjectType, field.PhysicalName),
        SqlNullabilityExpression or SqlCteTableField or SqlColumn { Parent.HasSetOperators: false } =>
            BaseColumns.Sources(expression).ToList() is [var source] ? Unchanged(source) : null,
        _ => null,
    };
}
