using SqlHarness.Testing;
using SqlHarness.Tests.Testing.OwnQueries.Notes;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>The operators' queries, with what is known of them.</summary>
sealed class OwnOperators : IOperatorUse<OwnQuery>
{
    public static readonly IReadOnlyList<OwnQuery> All = OperatorQueries.Each(new OwnOperators());

    public OwnQuery Of<T, TResult>(string name, QueryOf<T, TResult> query, Func<IReadOnlyList<T>, IEnumerable<TResult>> reference) where T : class =>
        OwnQuery.Of(name, query, reference, NotesByName.Of(name));

    public OwnQuery Of<T1, T2, TResult>(string name, QueryOf<T1, T2, TResult> query, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IEnumerable<TResult>> reference) where T1 : class where T2 : class =>
        OwnQuery.Of(name, query, reference, NotesByName.Of(name));
}
