using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;
using SqlHarness.Testing.Statements.Mutation.Groups;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>A computed number is the negative, or one more.</summary>
sealed class Sign : ElementOperator<ISqlExpression>
{
    public override string Code => "UOI";

    protected override IEnumerable<Alternative> Of(ISqlExpression element, Site site)
    {
        if (element is not (SqlBinaryExpression or SqlExtendedFunction { IsAggregate: true }) || !Functions.IsNumber(element) || Number(element, 1) is not { } one)
            yield break;
        var needs = $"a row in whose result {site.Level.Text(element)} counts";
        var type = one.ValueType;
        yield return new(new SqlBinaryExpression(type, new SqlValue(type, Numbers.Like(one.Value!, 0)), "-", element, Precedence.Subtraction), needs)
            { Shown = $"-({site.Level.Text(element)})" };
        yield return new(new SqlBinaryExpression(type, element, "+", one, Precedence.Additive), needs);
    }

    internal static SqlValue? Number(ISqlExpression like, int number) => BaseColumns.TypeOf(like) switch
    {
        var type when type == typeof(int) => new(QueryHelper.GetDbDataTypeWithoutSchema(like), number),
        var type when type == typeof(long) => new(QueryHelper.GetDbDataTypeWithoutSchema(like), (long)number),
        var type when type == typeof(decimal) => new(QueryHelper.GetDbDataTypeWithoutSchema(like), (decimal)number),
        var type when type == typeof(double) => new(QueryHelper.GetDbDataTypeWithoutSchema(like), (double)number),
        _ => null,
    };
}
