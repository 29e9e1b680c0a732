using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>An aggregate of some rows becomes one of all: its FILTER is gone, or the condition within it.</summary>
sealed class AggregateFilter : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "AFL";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (element.Filter is { } filter)
            yield return new(element.WithFilter(null), $"a group with a row for which {site.Level.Text(filter)} does not hold");
        if (Functions.IsAggregate(element) && Functions.Argument(element) is SqlConditionExpression { FalseValue: var otherwise } condition
            && (otherwise is SqlValue { Value: null } || site.Level.Statement.Value(otherwise) is { } value && Intervals.Number(value) == 0))
        {
            yield return new(Functions.WithArgument(element, condition.TrueValue), $"a group with a row for which {site.Level.Text(condition.Condition)} does not hold");
        }
    }
}
