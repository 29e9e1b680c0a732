using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>A CASE answers NULL, or its first result, where none of its conditions holds.</summary>
sealed class Otherwise : ElementOperator<ISqlExpression>
{
    public override string Code => "CSE";

    protected override IEnumerable<Alternative> Of(ISqlExpression element, Site site)
    {
        var needs = $"a row for which no condition of {site.Level.Text(element)} holds";
        if (element is SqlConditionExpression condition && !IsNull(condition.FalseValue))
            yield return new(new SqlConditionExpression(condition.Condition, condition.TrueValue, Null(condition.TrueValue)),
                $"a row for which {site.Level.Text(condition.Condition)} does not hold");
        if (element is not SqlCaseExpression choice)
            yield break;
        if (choice.ElseExpression is { } other && !IsNull(other))
            yield return new(new SqlCaseExpression(choice.Type, [.. choice.Cases], null), needs);
        yield return new(new SqlCaseExpression(choice.Type, [.. choice.Cases], choice.Cases[0].ResultExpression), needs);
    }

    static bool IsNull(ISqlExpression expression) => expression is SqlValue { Value: null };

    static SqlValue Null(ISqlExpression like) => new(QueryHelper.GetDbDataTypeWithoutSchema(like), null);
}
