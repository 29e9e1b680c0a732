using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>COALESCE loses an argument, takes two in the other order, or has another default. Of what is never NULL linq2db makes none.</summary>
sealed class Coalescing : ElementOperator<SqlCoalesceExpression>
{
    public override string Code => "COA";

    protected override IEnumerable<Alternative> Of(SqlCoalesceExpression element, Site site)
    {
        var (parts, level) = (element.Expressions, site.Level);
        for (var i = 0; i < parts.Length; i++)
        {
            var rest = parts.Where((_, place) => place != i).ToArray();
            yield return new(rest is [var only] ? only : new SqlCoalesceExpression(rest),
                i == 0 ? $"a row with {level.Text(parts[0])} not NULL" : $"a row with {string.Join(" and ", parts.Take(i).Select(level.Text))} NULL");
        }

        // Before a constant there would be nothing left of the other.
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            var (first, second) = (parts[i], parts[i + 1]);
            if (level.Statement.Value(second) is null)
                yield return new(new SqlCoalesceExpression([.. parts.Take(i), second, first, .. parts.Skip(i + 2)]),
                    $"a row with {level.Text(first)} and {level.Text(second)} not NULL and different");
        }

        var last = parts[^1];
        if (level.Statement.Value(last) is { } value && Default(value, last) is { } other)
        {
            yield return new(new SqlCoalesceExpression([.. parts.SkipLast(1), new SqlValue(ConstantParts.TypeOf(last), other)]),
                $"a row with {string.Join(" and ", parts.SkipLast(1).Select(level.Text))} NULL");
        }
    }

    static object? Default(object value, ISqlExpression last) => value is string text ? text + "~" : value is bool truth ? !truth : Numbers.Shift(value, ConstantParts.TypeOf(last), 1);
}
