using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Operators;

/// <summary>Joins instants to the ranges that hold them.</summary>
public static class RangeJoinExtensions
{
    /// <summary>Each left row with every right row of the same key whose half-open range [from, until) holds the left row's instant.</summary>
    /// <param name="left">Rows with an instant.</param>
    /// <param name="right">Rows with a range.</param>
    /// <param name="leftKey">The left key; a column, or several as <c>r => new { r.A, r.B }</c>. A NULL part matches nothing.</param>
    /// <param name="instant">The instant; NULL is in no range.</param>
    /// <param name="rightKey">The right key, of the same type.</param>
    /// <param name="from">The first instant of the range; NULL holds nothing.</param>
    /// <param name="until">The first instant behind the range; NULL for an open end.</param>
    /// <param name="result">What to make of a pair.</param>
    /// <param name="step">The step's name in SQL.</param>
    /// <remarks>The open end is compared as a time later than all others, not as NULL: with <c>OR until IS NULL</c> engines give up the hash join on the key.</remarks>
    public static IQueryable<TResult> RangeJoin<TLeft, TRight, TKey, TResult>(
        this IQueryable<TLeft> left, IQueryable<TRight> right, Expression<Func<TLeft, TKey>> leftKey, Expression<Func<TLeft, DateTime?>> instant,
        Expression<Func<TRight, TKey>> rightKey, Expression<Func<TRight, DateTime?>> from, Expression<Func<TRight, DateTime?>> until,
        Expression<Func<TLeft, TRight, TResult>> result, string step = "range_joined") =>
        left.InnerJoin(right, Condition(leftKey, instant, rightKey, from, until), result).AsStep(step);

    /// <summary>The same, and each left row without a range once, with nothing on the right; read the right's values as nullable there: <c>(long?)r.Id</c>.</summary>
    /// <inheritdoc cref="RangeJoin"/>
    public static IQueryable<TResult> LeftRangeJoin<TLeft, TRight, TKey, TResult>(
        this IQueryable<TLeft> left, IQueryable<TRight> right, Expression<Func<TLeft, TKey>> leftKey, Expression<Func<TLeft, DateTime?>> instant,
        Expression<Func<TRight, TKey>> rightKey, Expression<Func<TRight, DateTime?>> from, Expression<Func<TRight, DateTime?>> until,
        Expression<Func<TLeft, TRight?, TResult>> result, string step = "range_joined") =>
        left.LeftJoin(right, Condition(leftKey, instant, rightKey, from, until), result!).AsStep(step);

    static Expression<Func<TLeft, TRight, bool>> Condition<TLeft, TRight, TKey>(
        Expression<Func<TLeft, TKey>> leftKey, Expression<Func<TLeft, DateTime?>> instant,
        Expression<Func<TRight, TKey>> rightKey, Expression<Func<TRight, DateTime?>> from, Expression<Func<TRight, DateTime?>> until) =>
        Template.Expand<Func<TLeft, TRight, bool>>((l, r) =>
            Template.SameKey(leftKey.Of(l), rightKey.Of(r)) && instant.Of(l) >= from.Of(r) && instant.Of(l) < Portable.OrEndOfTime(until.Of(r)));
}
