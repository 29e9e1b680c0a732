using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>MIN, MAX, SUM, AVG and COUNT become each other, where the type allows it. An average is a number of another type, so nothing becomes one but what is read as a double.</summary>
sealed class AggregateFunction : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "AGR";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (!Functions.IsAggregate(element) || Functions.Argument(element) is not { } argument)
            yield break;
        string[] others = !Functions.IsNumber(argument) ? ["MIN", "MAX"] : BaseColumns.TypeOf(element) == typeof(double)
            ? ["MIN", "MAX", "SUM", "AVG", "COUNT"] : ["MIN", "MAX", "SUM", "COUNT"];
        var rows = element.IsWindowFunction ? "a frame" : "a group";
        foreach (var other in others.Where(o => !Functions.Is(element, o) && (!Functions.Is(element, "COUNT") || Functions.IsNumber(argument) && argument is not SqlConditionExpression)))
        {
            yield return new(element.WithFunctionName(other), Functions.Is(element, "MIN", "MAX") && other is "MIN" or "MAX"
                ? $"{rows} with two different values of {site.Level.Text(argument)}" : $"{rows} in which {site.Level.Text(argument)} is neither 0 nor 1, or is there twice");
        }
    }
}
