using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Groups;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>Plus, minus, times, divided by and remainder become each other, or one side is all. Of decimals only what every engine keeps exact.</summary>
sealed class Arithmetic : ElementOperator<SqlBinaryExpression>
{
    public override string Code => "AOR";

    protected override IEnumerable<Alternative> Of(SqlBinaryExpression element, Site site)
    {
        var needs = $"a row with neither {site.Level.Text(element.Expr1)} nor {site.Level.Text(element.Expr2)} 0 or 1";
        if (Functions.IsNumber(element) && Functions.IsNumber(element.Expr1) && Functions.IsNumber(element.Expr2))
        {
            foreach (var (sign, precedence) in Others(element.Operation, BaseColumns.TypeOf(element) == typeof(decimal)))
                yield return new(new SqlBinaryExpression(element.Type, element.Expr1, sign, element.Expr2, precedence), needs);
        }

        foreach (var side in new[] { element.Expr1, element.Expr2 }.Where(s => BaseColumns.TypeOf(s) == BaseColumns.TypeOf(element)))
            yield return new(side, needs);
    }

    static IEnumerable<(string Sign, int Precedence)> Others(string sign, bool exact) => (sign, exact) switch
    {
        ("+", _) => [("-", Precedence.Subtraction)],
        ("-", _) => [("+", Precedence.Additive)],
        ("*", false) => [("+", Precedence.Additive), ("-", Precedence.Subtraction)],
        ("/", false) => [("*", Precedence.Multiplicative), ("%", Precedence.Multiplicative)],
        ("%", false) => [("/", Precedence.Multiplicative), ("*", Precedence.Multiplicative)],
        _ => [],
    };
}
