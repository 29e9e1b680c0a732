using System.Diagnostics.CodeAnalysis;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Portability;

/// <summary>
/// Shows linq2db which columns of a CTE can be NULL. It asks the CTE's column alone, and sees neither an outer join inside the CTE nor one that reads it:
/// to linq2db 6.5.1 a NOT NULL column stays NOT NULL behind both.
/// </summary>
sealed class StepNulls : QueryElementVisitor
{
    readonly NullabilityContext _joins;

    // A recursive CTE reads itself.
    readonly HashSet<SqlCteField> _entered;

    StepNulls(NullabilityContext joins, HashSet<SqlCteField> entered) : base(VisitMode.Transform) => (_joins, _entered) = (joins, entered);

    /// <summary>The expression, in which each column that comes out of a CTE and can be NULL says so.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="query">The query that it stands in.</param>
    public static ISqlExpression Shown(ISqlExpression expression, SelectQuery query) =>
        (ISqlExpression)new StepNulls(NullabilityContext.GetContext(query), []).Visit(expression);

    // linq2db itself sees the joins while the CTE is read by a sub-query of its own, and forgets them when it takes that away.
    [return: NotNullIfNotNull(nameof(element))]
    public override IQueryElement? Visit(IQueryElement? element) => element switch
    {
        SqlColumn or SqlCteTableField => OfStep((ISqlExpression)element) && CanBeNull((ISqlExpression)element, _joins)
            ? new SqlNullabilityExpression((ISqlExpression)element, true) : element,
        SqlNullabilityExpression { CanBeNull: true } => element,
        _ => base.Visit(element),
    };

    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    static bool OfStep(ISqlExpression expression) => expression switch
    {
        SqlCteTableField => true,
        SqlColumn { Parent: { } parent } column => Expressions(parent, column).Any(p => p.Expression.Find(e => e is ISqlExpression inner && OfStep(inner)) != null),
        _ => false,
    };

    bool CanBeNull(ISqlExpression column, NullabilityContext joins) => column switch
    {
        SqlCteTableField { Table: { } table } field => joins.CanBeNullSource(table) == true || CanBeNull(field.CteField),
        SqlColumn { Parent: { } parent } inner => joins.CanBeNullSource(parent) == true || Expressions(parent, inner).Any(p => CanBeNull(p.Expression, p.Branch, joins)),
        _ => column.CanBeNullable(joins),
    };

    // While a recursive CTE is made its columns are not known, and linq2db too takes them for nullable.
    bool CanBeNull(SqlCteField? field)
    {
        if (field?.Column is not { } column)
            return true;
        if (!_entered.Add(field))
            return false;
        var nullable = CanBeNull(column, NullabilityContext.GetContext(column.Parent));
        _entered.Remove(field);
        return nullable;
    }

    bool CanBeNull(ISqlExpression expression, SelectQuery branch, NullabilityContext joins)
    {
        var context = joins.WithQuery(branch);
        return expression.CanBeNullable(context) || ((ISqlExpression)new StepNulls(context, _entered).Visit(expression)).CanBeNullable(context);
    }

    // A column of a union is one of each branch.
    static IEnumerable<(SelectQuery Branch, ISqlExpression Expression)> Expressions(SelectQuery query, SqlColumn column) =>
        Branches(query).Select(b => (b, b.Select.Columns[query.Select.Columns.IndexOf(column)].Expression));

    static IEnumerable<SelectQuery> Branches(SelectQuery query) =>
        query.HasSetOperators ? [query, .. query.SetOperators.SelectMany(s => Branches(s.SelectQuery))] : [query];
}
