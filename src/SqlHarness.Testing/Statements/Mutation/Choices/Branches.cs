using LinqToDB.Internal.SqlQuery;
using CaseItem = LinqToDB.Internal.SqlQuery.SqlCaseExpression.CaseItem;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>A CASE loses a WHEN, asks two in the other order, or gives two results in the other's place.</summary>
sealed class Branches : ElementOperator<ISqlExpression>
{
    public override string Code => "CSW";

    protected override IEnumerable<Alternative> Of(ISqlExpression element, Site site) => element switch
    {
        // With one WHEN, to lose it is to have it never, which is a change of its condition.
        SqlConditionExpression condition =>
            [new(new SqlConditionExpression(condition.Condition, condition.FalseValue, condition.TrueValue), $"a row for which {site.Level.Text(condition.Condition)}")],
        SqlCaseExpression choice => Of(choice, site),
        _ => [],
    };

    static IEnumerable<Alternative> Of(SqlCaseExpression choice, Site site)
    {
        var cases = choice.Cases;
        for (var i = 0; i < cases.Count; i++)
        {
            var (place, condition) = (i, site.Level.Text(cases[i].Condition));
            if (cases.Count > 1)
                yield return Case(choice, cases.Where((_, other) => other != place), $"a row for which {condition}, and nothing before it");
            if (i + 1 >= cases.Count)
                continue;
            var next = cases[i + 1];
            yield return Case(choice, [.. cases.Take(i), next, cases[i], .. cases.Skip(i + 2)], $"a row for which {condition} and {site.Level.Text(next.Condition)}") with
            {
                Equivalent = AreDisjoint(cases[i].Condition, next.Condition) || AreDisjoint(next.Condition, cases[i].Condition) ? "no row satisfies both conditions" : null,
            };
            yield return Case(choice, [.. cases.Take(i), new(cases[i].Condition, next.ResultExpression),
                new(next.Condition, cases[i].ResultExpression), .. cases.Skip(i + 2)], $"a row for which {condition}");
        }
    }

    // A comparison with NULL does not hold.
    static bool AreDisjoint(ISqlPredicate one, ISqlPredicate other) =>
        one is SqlPredicate.IsNull { IsNot: false } isNull && other is SqlPredicate.ExprExpr { UnknownAsValue: not true } comparison
        && new[] { comparison.Expr1, comparison.Expr2 }.Any(e => ElementKey.Of(e) == ElementKey.Of(isNull.Expr1))
            && (comparison.Operator != SqlPredicate.Operator.NotEqual || comparison.UnknownAsValue is null);

    static Alternative Case(SqlCaseExpression choice, IEnumerable<CaseItem> cases, string needs) => new(new SqlCaseExpression(choice.Type, [.. cases], choice.ElseExpression), needs);
}
