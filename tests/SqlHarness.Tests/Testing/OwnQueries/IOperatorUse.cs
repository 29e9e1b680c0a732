using SqlHarness.Testing;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>What is done with each operator's query.</summary>
interface IOperatorUse<out TUse>
{
    /// <summary>With a query of one table.</summary>
    TUse Of<T, TResult>(string name, QueryOf<T, TResult> query, Func<IReadOnlyList<T>, IEnumerable<TResult>> reference) where T : class;

    /// <summary>With a query of two tables.</summary>
    TUse Of<T1, T2, TResult>(string name, QueryOf<T1, T2, TResult> query, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IEnumerable<TResult>> reference) where T1 : class where T2 : class;
}
