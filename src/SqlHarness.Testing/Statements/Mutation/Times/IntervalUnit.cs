using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;

namespace SqlHarness.Testing.Statements.Mutation.Times;

/// <summary>An interval in another unit: a thousand times as long, a thousandth, as when seconds are taken for milliseconds.</summary>
sealed class IntervalUnit : ConstantOperator
{
    public override string Code => "DUN";

    protected override IEnumerable<(object? Value, string Needs)> Values(ConstantPart part, IQueryElement element, Site site)
    {
        if (part.Beside is not { } beside || element is not SqlPredicate || Numbers.Of(part.Value) is not { } number || !IsElapsed(beside, site))
            yield break;
        yield return (Numbers.Like(part.Value, number * 1000), $"a row with {site.Level.Text(beside)} between the two intervals");
        yield return (Numbers.Like(part.Value, Math.Floor(number / 1000)), $"a row with {site.Level.Text(beside)} between the two intervals");
    }

    static bool IsElapsed(ISqlExpression expression, Site site) =>
        Intervals.UnitOf(expression, e => site.Level.Statement.Value(e) is { } value ? [value] : []) is not null;
}
