using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>An operator that puts something else in the place of elements of one kind.</summary>
abstract class ElementOperator<T> : MutationOperator where T : class, IQueryElement
{
    public sealed override IEnumerable<Change> Of(MutatedLevel level) =>
        level.Sites.Where(s => s.Element is T).SelectMany(s => Of((T)s.Element, s).Select(a => level.Replace(s, a)));

    /// <summary>What may stand in an element's place.</summary>
    protected abstract IEnumerable<Alternative> Of(T element, Site site);
}
