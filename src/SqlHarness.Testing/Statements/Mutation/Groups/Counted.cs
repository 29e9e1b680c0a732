using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>COUNT counts rows where it counted values, or values where it counted rows.</summary>
sealed class Counted : ElementOperator<SqlExtendedFunction>
{
    // One column with NULL tells as much as another.
    const int Most = 1;

    public override string Code => "CNT";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (!Functions.IsAggregate(element) || !Functions.Is(element, "COUNT"))
            return [];
        if (Functions.Argument(element) is { } argument)
        {
            return [new(Functions.WithArgument(element, Star(element), LinqToDB.Sql.AggregateModifier.None), $"a group with {site.Level.Text(argument)} NULL")
                { Equivalent = site.Level.NeverNull(argument) && element.Arguments[0].Modifier != LinqToDB.Sql.AggregateModifier.Distinct
                    ? $"{site.Level.Text(argument)} is never NULL there" : null }];
        }

        return site.Level.Query.From.Tables.SelectMany(Levels.Sources).SelectMany(Joins.JoinSides.Columns).Where(c => !site.Level.NeverNull(c)).Take(Most)
            .Select(c => new Alternative(Functions.WithArgument(element, c), $"a group with {site.Level.Text(c)} NULL"));
    }

    static SqlExpression Star(SqlExtendedFunction function) => new(function.Type, "*");
}
