using System.Diagnostics.CodeAnalysis;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Testing.Statements;

/// <summary>Puts other nodes in the place of some, in place; a node is told by reference, since equal ones may stand on levels that mean different things.</summary>
sealed class Replacement(IReadOnlyDictionary<IQueryElement, ISqlExpression> by) : QueryElementVisitor(VisitMode.Modify)
{
    [return: NotNullIfNotNull(nameof(element))]
    public override IQueryElement? Visit(IQueryElement? element) => element is not null && by.TryGetValue(element, out var other) ? other : base.Visit(element);

    // linq2db uses a node of the outer query in a sub-query, where as text (COUNT(*)) it means the sub-query's own rows.
    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery.Find(by, static (by, e) => by.ContainsKey(e)) is null
        ? selectQuery
        : throw new CannotLiftException("An aggregate of all rows that a sub-query uses cannot be lifted: in SQL it would be the sub-query's own.");

    /// <summary>Replaces within all columns, HAVING and ORDER BY of a query.</summary>
    public void Output(SelectQuery query)
    {
        foreach (var column in query.Select.Columns)
            column.Expression = (ISqlExpression)Visit(column.Expression);
        Visit(query.Having.SearchCondition);
        foreach (var item in query.OrderBy.Items)
            Visit(item);
    }
}
