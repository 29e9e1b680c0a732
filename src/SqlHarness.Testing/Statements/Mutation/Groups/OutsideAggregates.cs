using System.Diagnostics.CodeAnalysis;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>Puts another expression in the place of one, but not within aggregates of groups, which cannot be nested.</summary>
sealed class OutsideAggregates : QueryElementVisitor
{
    readonly HashSet<IQueryElement> _parts;
    readonly IQueryElement _by;

    OutsideAggregates(IEnumerable<IQueryElement> parts, IQueryElement by) : base(VisitMode.Transform) => (_parts, _by) = (new(parts, ReferenceEqualityComparer.Instance), by);

    public static IQueryElement Replace(IQueryElement whole, IEnumerable<IQueryElement> parts, IQueryElement by) => new OutsideAggregates(parts, by).Visit(whole);

    [return: NotNullIfNotNull(nameof(element))]
    public override IQueryElement? Visit(IQueryElement? element) => element is null ? null : _parts.Contains(element) ? _by
        : element is SqlExtendedFunction { IsAggregate: true, IsWindowFunction: false } or SelectQuery ? element : base.Visit(element);
}
