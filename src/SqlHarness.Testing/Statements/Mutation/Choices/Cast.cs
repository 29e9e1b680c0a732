using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Groups;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>A cast between whole and other numbers is forgotten.</summary>
sealed class Cast : ElementOperator<SqlCastExpression>
{
    public override string Code => "CST";

    protected override IEnumerable<Alternative> Of(SqlCastExpression element, Site site)
    {
        if (Functions.IsNumber(element) && Functions.IsNumber(element.Expression) && IsWhole(element) != IsWhole(element.Expression))
            yield return new(element.Expression, $"a row with a fraction in {site.Level.Text(element.Expression)}, or in what is computed from it");
    }

    static bool IsWhole(ISqlExpression expression) => BaseColumns.TypeOf(expression) is var type && (type == typeof(int) || type == typeof(long) || type == typeof(short));
}
