using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>
/// Tells what is never NULL at a point of a statement. It says so only where it is certain: by the mapping of a column, unless an outer join fills it, and by functions of which it is
/// known. linq2db's own answer is made for other ends: it counts a sum as never NULL whose rows may be none.
/// </summary>
sealed class NullFacts(IReadOnlyList<SelectQuery> levels, Func<ISqlExpression, object?> value)
{
    static readonly HashSet<string> Numbers = new(["COUNT", "ROW_NUMBER", "RANK", "DENSE_RANK", "NTILE", "PERCENT_RANK", "CUME_DIST"], StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> OfSome = new(["SUM", "MIN", "MAX", "AVG"], StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> OfFrame = new(["FIRST_VALUE", "LAST_VALUE", "SUM", "MIN", "MAX", "AVG"], StringComparer.OrdinalIgnoreCase);

    readonly List<NullabilityContext> _joins = [.. levels.Select(NullabilityContext.GetContext)];
    readonly HashSet<IQueryElement> _entered = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether an expression is never NULL.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="query">The level on which it stands.</param>
    public bool Never(ISqlExpression expression, SelectQuery query) => expression switch
    {
        SqlField { Table: { } table } field => !field.CanBeNull && !IsFilled(table),
        SqlColumn { Parent: { } parent } column => !IsFilled(parent) && NeverIn(column, parent),
        SqlCteTableField { Table: { } table, CteField.Column: { Parent: { } body } column } => !IsFilled(table) && NeverIn(column, body),
        SqlValue or SqlParameter => value(expression) is not null,
        SqlCastExpression cast => Never(cast.Expression, query),
        SqlNullabilityExpression wrapper => Never(wrapper.SqlExpression, query),
        SqlUnaryExpression unary => Never(unary.Expr, query),
        // Division by zero is NULL on some engines.
        SqlBinaryExpression { Operation: "+" or "-" or "*" } binary => Never(binary.Expr1, query) && Never(binary.Expr2, query),
        SqlCoalesceExpression coalesce => coalesce.Expressions.Any(e => Never(e, query)),
        SqlConditionExpression condition => Never(condition.TrueValue, query) && Never(condition.FalseValue, query),
        SqlCaseExpression choice => choice.ElseExpression is { } other && Never(other, query) && choice.Cases.All(c => Never(c.ResultExpression, query)),
        SqlExtendedFunction function when Numbers.Contains(function.FunctionName) => true,
        // A group has a row.
        SqlExtendedFunction { IsAggregate: true, IsWindowFunction: false, Filter: null, Arguments: [var argument] } function when OfSome.Contains(function.FunctionName) =>
            !query.GroupBy.IsEmpty && Never(argument.Expression, query),
        // A window without a stated frame holds the row itself.
        SqlExtendedFunction { IsWindowFunction: true, FrameClause: null, Filter: null, Arguments: [var argument] } function when OfFrame.Contains(function.FunctionName) =>
            Never(argument.Expression, query),
        SqlExpression function when PortableTexts.IsNullOnlyOfNull(function.Expr) => function.Parameters.All(p => Never(p, query)),
        SqlExpression function => PortableTexts.IsNeverNull(function.Expr),
        _ => false,
    };

    // A recursive query meets itself.
    bool NeverIn(SqlColumn column, SelectQuery query)
    {
        if (!_entered.Add(column))
            return false;
        var place = query.Select.Columns.IndexOf(column);
        var never = place >= 0 && Levels.Branches(query).All(branch => place < branch.Select.Columns.Count
            && (IsRequired(branch.Select.Columns[place].Expression, branch) || Never(branch.Select.Columns[place].Expression, branch)));
        _entered.Remove(column);
        return never;
    }

    // What a query's own filter drops is not seen by those that read it, unless totals over several groups show NULL for a key.
    static bool IsRequired(ISqlExpression expression, SelectQuery query) =>
        query.GroupBy.GroupingType is GroupingType.Default && query.GroupBy.Items.TrueForAll(i => i is not SqlGroupingSet)
        && (Rejection.Of(query.Where.SearchCondition, expression) || query.From.Tables.SelectMany(Slot.Joins).All(j => j.JoinType == JoinType.Inner)
            && query.From.Tables.SelectMany(Slot.Joins).Any(j => Rejection.Of(j.Condition, expression)));

    // Any level may join the source from outside.
    bool IsFilled(ISqlTableSource source) => _joins.Exists(j => j.CanBeNullSource(source) == true);
}
