using System.Linq.Expressions;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>Names the steps of a query.</summary>
public static class StepExtensions
{
    /// <summary>Names a step of a query; in SQL it becomes a CTE of that name. Every operator of SqlHarness names its steps.</summary>
    /// <param name="source">The query so far.</param>
    /// <param name="name">The step's name, as a reviewer of the SQL should read it: <c>events_with_previous</c>.</param>
    /// <remarks>On a connection without <see cref="DataOptionsExtensions.UseSqlHarness"/> the query fails with a sentence; it never answers by other rules.</remarks>
    [ExpressionMethod(nameof(Expanded))]
    public static IQueryable<T> AsStep<T>(this IQueryable<T> source, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        // Rows in memory: a list's AsQueryable(), or a nested query that a connection without the layer evaluates row by row.
        if (source is EnumerableQuery)
            throw Unprepared();
        return source.Provider.CreateQuery<T>(
            Expression.Call(new Func<IQueryable<T>, string, IQueryable<T>>(AsStep).Method, source.Expression, Expression.Constant(name)));
    }

    // Only a connection without our interceptor ever expands this method: with it, the call is gone before linq2db looks.
    static Expression<Func<IQueryable<T>, string, IQueryable<T>>> Expanded<T>() =>
        throw Unprepared();

    static LinqToDBException Unprepared() => new("This query uses SqlHarness operators: configure its connection with options.UseSqlHarness().");
}
