using System.Runtime.CompilerServices;
using FsCheck;

namespace SqlHarness.Testing;

/// <summary>Puts queries under test. Everything else follows from what it returns: <c>Harness.For&lt;Order, Revenue&gt;(DailyRevenue.From).Against(DailyRevenueReference.From).Check()</c>.</summary>
public static class Harness
{
    /// <summary>A query over one table.</summary>
    /// <param name="query">The query: a static method from tables to a result, as it runs in production.</param>
    /// <param name="queryCode">Compiler's.</param>
    public static QueryOf<T, TResult> For<T, TResult>(
        Func<IQueryable<T>, IQueryable<TResult>> query, [CallerArgumentExpression(nameof(query))] string queryCode = "") where T : class =>
        new(new() { Name = queryCode }, queryCode, tables => query((IQueryable<T>)tables[0]));

    /// <summary>A query over two tables.</summary>
    /// <param name="query">The query: a static method from tables to a result, as it runs in production.</param>
    /// <param name="queryCode">Compiler's.</param>
    public static QueryOf<T1, T2, TResult> For<T1, T2, TResult>(
        Func<IQueryable<T1>, IQueryable<T2>, IQueryable<TResult>> query, [CallerArgumentExpression(nameof(query))] string queryCode = "") where T1 : class where T2 : class =>
        new(new() { Name = queryCode }, queryCode, tables => query((IQueryable<T1>)tables[0], (IQueryable<T2>)tables[1]));

    /// <summary>A query over three tables.</summary>
    /// <param name="query">The query: a static method from tables to a result, as it runs in production.</param>
    /// <param name="queryCode">Compiler's.</param>
    public static QueryOf<T1, T2, T3, TResult> For<T1, T2, T3, TResult>(
        Func<IQueryable<T1>, IQueryable<T2>, IQueryable<T3>, IQueryable<TResult>> query, [CallerArgumentExpression(nameof(query))] string queryCode = "") where T1 : class where T2 : class where T3 : class =>
        new(new() { Name = queryCode }, queryCode, tables => query((IQueryable<T1>)tables[0], (IQueryable<T2>)tables[1], (IQueryable<T3>)tables[2]));

    /// <summary>A query over four tables.</summary>
    /// <param name="query">The query: a static method from tables to a result, as it runs in production.</param>
    /// <param name="queryCode">Compiler's.</param>
    public static QueryOf<T1, T2, T3, T4, TResult> For<T1, T2, T3, T4, TResult>(
        Func<IQueryable<T1>, IQueryable<T2>, IQueryable<T3>, IQueryable<T4>, IQueryable<TResult>> query, [CallerArgumentExpression(nameof(query))] string queryCode = "") where T1 : class where T2 : class where T3 : class where T4 : class =>
        new(new() { Name = queryCode }, queryCode, tables => query((IQueryable<T1>)tables[0], (IQueryable<T2>)tables[1], (IQueryable<T3>)tables[2], (IQueryable<T4>)tables[3]));

    /// <summary>
    /// A property of a query that takes a parameter, for generated values of it: <c>Harness.Over(Gen.Elements(0m, 100m), least => Harness.For&lt;Order, Revenue&gt;(orders => Revenues(orders,
    /// least)).Against(orders => Reference(orders, least))).Check()</c>. Rows are drawn around each value, as around any constant of the query.
    /// </summary>
    /// <param name="values">The parameter's values; several parameters are a tuple or a record.</param>
    /// <param name="property">The property for one value.</param>
    /// <param name="code">Compiler's.</param>
    public static OverParameters<TParameter, TResult> Over<TParameter, TResult>(
        Gen<TParameter> values, Func<TParameter, StatedProperty<TResult>> property, [CallerArgumentExpression(nameof(property))] string code = "") =>
        new(values, property, code.Contains("=>", StringComparison.Ordinal) ? code[..code.IndexOf("=>", StringComparison.Ordinal)].Trim('(', ')', ' ') : "parameter", 3);
}
