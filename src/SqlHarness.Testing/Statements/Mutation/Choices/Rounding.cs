using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;

namespace SqlHarness.Testing.Statements.Mutation.Choices;

/// <summary>ROUND, FLOOR and CEILING become each other, and ROUND keeps a digit more or less.</summary>
sealed class Rounding : ElementOperator<SqlFunction>
{
    static readonly string[] Names = ["ROUND", "FLOOR", "CEILING"];

    public override string Code => "RND";

    protected override IEnumerable<Alternative> Of(SqlFunction element, Site site)
    {
        if (!Names.Contains(element.Name, StringComparer.OrdinalIgnoreCase))
            yield break;
        var text = site.Level.Text(element.Parameters[0]);
        if (element.Parameters is [var value, var digits] && site.Level.Statement.Value(digits) is int number)
        {
            foreach (var other in new[] { number + 1, number - 1 }.Where(n => n >= 0))
                yield return new(Named(element, element.Name, value, new SqlValue(ConstantParts.TypeOf(digits), other)), $"a row with more than {Math.Min(number, other)} digits in {text}");
        }

        foreach (var other in Names.Where(n => !n.Equals(element.Name, StringComparison.OrdinalIgnoreCase) && element.Parameters.Length == 1))
            yield return new(Named(element, other, element.Parameters), $"a row with a fraction in {text}");
    }

    static SqlFunction Named(SqlFunction function, string name, params ISqlExpression[] parameters) =>
        new(function.Type, name, function.Flags, function.NullabilityType, function.CanBeNullNullable, parameters);
}
