using System.Diagnostics.CodeAnalysis;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Portability;

/// <summary>
/// Shows linq2db which columns of a CTE can be NULL. It asks the CTE's column alone, and sees neither an outer join inside the CTE nor one that reads it: to linq2db 6.5.1 a NOT NULL
/// column stays NOT NULL behind both.
/// </summary>
sealed class StepNulls : QueryElementVisitor
{
    readonly NullabilityContext _joins;

    StepNulls(NullabilityContext joins) : base(VisitMode.Transform) => _joins = joins;

    /// <summary>The expression, in which each column that comes out of a CTE and can be NULL says so.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="query">The query that it stands in.</param>
    public static ISqlExpression Shown(ISqlExpression expression, SelectQuery query) =>
        (ISqlExpression)new StepNulls(NullabilityContext.GetContext(query)).Visit(expression);

    // linq2db itself sees the joins while the CTE is read by a sub-query of its own, and forgets them when it takes that away.
    [return: NotNullIfNotNull(nameof(element))]
    public override IQueryElement? Visit(IQueryElement? element) => element switch
    {
        SqlColumn or SqlCteTableField => OfStep((ISqlExpression)element) && CanBeNull((ISqlExpression)element, _joins) ? new SqlNullabilityExpression((ISqlExpression)element, true) : element,
        SqlNullabilityExpression { CanBeNull: true } => element,
        _ => base.Visit(element),
    };

    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    static bool OfStep(ISqlExpression expression) => expression switch
    {
        SqlCteTableField => true,
        SqlColumn { Parent: { } parent } column => Branches(parent).Any(b => b.Select.Columns[parent.Select.Columns.IndexOf(column)].Expression.Find(e => e is ISqlExpression inner && OfStep(inner)) != null),
        _ => false,
    };

    // A recursive CTE has no column yet, and linq2db knows nothing of it either: it says NULL.
    static bool CanBeNull(ISqlExpression column, NullabilityContext joins) => column switch
    {
        SqlCteTableField { Table: { } table } field => joins.CanBeNullSource(table) == true || field.CteField?.Column is not { } inner || CanBeNull(inner, Inside(inner)),
        SqlColumn { Parent: { } parent } inner => joins.CanBeNullSource(parent) == true || Branches(parent).Any(b => Part(b, parent.Select.Columns.IndexOf(inner), joins)),
        _ => column.CanBeNullable(joins),
    };

    static bool Part(SelectQuery branch, int place, NullabilityContext joins)
    {
        var context = joins.WithQuery(branch);
        var expression = branch.Select.Columns[place].Expression;
        return expression.CanBeNullable(context) || ((ISqlExpression)new StepNulls(context).Visit(expression)).CanBeNullable(context);
    }

    static NullabilityContext Inside(SqlColumn column) => NullabilityContext.GetContext(column.Parent);

    static IEnumerable<SelectQuery> Branches(SelectQuery query) => query.HasSetOperators ? [query, .. query.SetOperators.SelectMany(s => Branches(s.SelectQuery))] : [query];
}
