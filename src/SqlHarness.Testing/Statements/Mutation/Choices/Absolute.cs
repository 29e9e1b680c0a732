using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Groups;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>A difference, of numbers or of times, loses its sign.</summary>
sealed class Absolute : ElementOperator<ISqlExpression>
{
    public override string Code => "ABS";

    protected override IEnumerable<Alternative> Of(ISqlExpression element, Site site)
    {
        if (element is SqlBinaryExpression { Operation: "-" } && Functions.IsNumber(element) || element is SqlExpression { Expr: var sql } && PortableTexts.IsElapsed(sql))
            yield return new(new SqlFunction(QueryHelper.GetDbDataTypeWithoutSchema(element), "ABS", element), $"a row with {site.Level.Text(element)} below 0");
    }
}
