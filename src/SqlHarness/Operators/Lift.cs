using System.Linq.Expressions;

namespace SqlHarness.Operators;

/// <summary>Makes a selector's type nullable: beyond the edge of a key there is no value.</summary>
static class Lift
{
    public static Expression<Func<TRow, TValue?>> Value<TRow, TValue>(Expression<Func<TRow, TValue>> selector) where TValue : struct =>
        Expression.Lambda<Func<TRow, TValue?>>(Expression.Convert(selector.Body, typeof(TValue?)), selector.Parameters);
}
