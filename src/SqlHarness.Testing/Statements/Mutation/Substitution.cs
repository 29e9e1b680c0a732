using System.Diagnostics.CodeAnalysis;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>
/// Makes an expression in which other elements stand in the place of some, told by reference. What leads to them is made anew, since a node may stand on another level too, where
/// nothing is to change; sub-queries are such levels.
/// </summary>
sealed class Substitution : QueryElementVisitor
{
    readonly Dictionary<IQueryElement, IQueryElement> _by = new(ReferenceEqualityComparer.Instance);

    Substitution() : base(VisitMode.Transform) { }

    /// <summary>The expression with one element in the place of some.</summary>
    public static IQueryElement Of(IQueryElement whole, IEnumerable<IQueryElement> parts, IQueryElement by)
    {
        var substitution = new Substitution();
        foreach (var part in parts)
            substitution._by[part] = part is SqlSearchCondition && by is not ISqlExpression ? new SqlSearchCondition(false, null, (ISqlPredicate)by) : by;
        return substitution.Visit(whole);
    }

    [return: NotNullIfNotNull(nameof(element))]
    public override IQueryElement? Visit(IQueryElement? element) => element is not null && _by.TryGetValue(element, out var other) ? other : base.Visit(element);

    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;
}
