using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>An aggregate counts equal values once, or no longer does. MIN and MAX never care, and are left alone.</summary>
sealed class AggregateDistinct : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "AGD";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (!Functions.IsAggregate(element) || element.IsWindowFunction || Functions.Argument(element) is not { } argument)
            yield break;
        var distinct = element.Arguments[0].Modifier == Sql.AggregateModifier.Distinct;
        var extreme = Functions.Is(element, "MIN", "MAX");
        // A condition counts rows, all of which would be one value.
        if (!distinct && (extreme || argument is SqlConditionExpression))
            yield break;
        var unique = site.Level.Rows.TellApartInGroup([argument]) ? $"no two rows of a group have the same {site.Level.Text(argument)}" : null;
        yield return new(Functions.WithArgument(element, argument, distinct ? Sql.AggregateModifier.None : Sql.AggregateModifier.Distinct),
            $"a group with the same {site.Level.Text(argument)} twice") { Equivalent = extreme ? "the least and the greatest are the same" : unique };
    }
}
