using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>A place of a level that holds one whole expression or condition.</summary>
/// <param name="Clause">The clause it is in.</param>
/// <param name="Root">What stands there.</param>
/// <param name="Put">Puts something else there.</param>
sealed record Slot(Clause Clause, IQueryElement Root, Action<IQueryElement> Put)
{
    /// <summary>The slots of a level, in the order in which they are read. What a level reads (tables and sub-queries) is none.</summary>
    public static IReadOnlyList<Slot> Of(SelectQuery query) =>
    [
        .. query.Select.Columns.Select(c => new Slot(Clause.Select, c.Expression, other => c.Expression = Expression(other))),
        .. query.From.Tables.SelectMany(Joins).Select(j => new Slot(Clause.On, j.Condition, other => Condition(j.Condition, other))),
        new(Clause.Where, query.Where.SearchCondition, other => Condition(query.Where.SearchCondition, other)),
        .. query.GroupBy.Items.Select((item, i) => new Slot(Clause.GroupBy, item, other => query.GroupBy.Items[i] = Expression(other))),
        new(Clause.Having, query.Having.SearchCondition, other => Condition(query.Having.SearchCondition, other)),
        .. query.OrderBy.Items.Select((item, i) => new Slot(Clause.OrderBy, item.Expression, other =>
            query.OrderBy.Items[i] = new(Expression(other), item.IsDescending, item.IsPositioned, item.NullsPosition))),
    ];

    /// <summary>The joins below a source, in the order in which they are read.</summary>
    public static IEnumerable<SqlJoinedTable> Joins(SqlTableSource source) => source.Joins.SelectMany(j => Joins(j.Table).Append(j));

    static ISqlExpression Expression(IQueryElement element) => element as ISqlExpression ?? new SqlSearchCondition(false, null, (ISqlPredicate)element);

    static void Condition(SqlSearchCondition condition, IQueryElement other)
    {
        // What is put there may contain what was there.
        other = Substitution.Of(other, [condition], new SqlSearchCondition(condition.IsOr, condition.CanReturnUnknown, [.. condition.Predicates]));
        var (isOr, predicates) = other is SqlSearchCondition search ? (search.IsOr, search.Predicates.ToList()) : (false, [(ISqlPredicate)other]);
        condition.Predicates.Clear();
        condition.IsOr = isOr;
        condition.Predicates.AddRange(predicates);
    }
}
