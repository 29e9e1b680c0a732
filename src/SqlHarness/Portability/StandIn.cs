using System.Collections;
using System.Linq.Expressions;

namespace SqlHarness.Portability;

/// <summary>A part of a query's tree, to build upon as if it were a query. It cannot be run.</summary>
sealed class StandIn<T>(Expression expression) : IQueryable<T>, IQueryProvider
{
    public Type ElementType => typeof(T);

    public Expression Expression => expression;

    public IQueryProvider Provider => this;

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new StandIn<TElement>(expression);

    public IQueryable CreateQuery(Expression expression) => throw NotRun();

    public object Execute(Expression expression) => throw NotRun();

    public TResult Execute<TResult>(Expression expression) => throw NotRun();

    public IEnumerator<T> GetEnumerator() => throw NotRun();

    IEnumerator IEnumerable.GetEnumerator() => throw NotRun();

    static InvalidOperationException NotRun() => new("A part of a query is built upon, not run.");
}
