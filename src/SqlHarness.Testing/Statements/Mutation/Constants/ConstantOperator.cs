using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Constants;

/// <summary>An operator that gives constants other values.</summary>
abstract class ConstantOperator : ElementOperator<IQueryElement>
{
    protected sealed override IEnumerable<Alternative> Of(IQueryElement element, Site site) =>
        from part in ConstantParts.Of(element, site)
        from other in Values(part, element, site)
        where other.Value is not null && !other.Value.Equals(part.Value)
        select new Alternative(part.With(element, other.Value), other.Needs);

    /// <summary>Other values of a constant, each with what a case must have; null for a value that the type does not have.</summary>
    protected abstract IEnumerable<(object? Value, string Needs)> Values(ConstantPart part, IQueryElement element, Site site);
}
