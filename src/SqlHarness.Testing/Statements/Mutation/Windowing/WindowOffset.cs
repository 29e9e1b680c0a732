using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Groups;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>LAG and LEAD look a row further, or less far, or lose what they show outside the partition.</summary>
sealed class WindowOffset : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "WOF";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (!element.IsWindowFunction || !Functions.Is(element, "LAG", "LEAD"))
            yield break;
        var arguments = element.Arguments;
        var offset = arguments.Count < 2 ? 1 : site.Level.Statement.Value(arguments[1].Expression) as int?;
        if (offset is { } rows)
        {
            foreach (var other in new[] { rows + 1, rows - 1 }.Where(n => n >= 0))
                yield return With(element, [arguments[0], new SqlFunctionArgument(new SqlValue(other)), .. arguments.Skip(2)], $"a partition of {Math.Max(rows, other) + 1} rows");
        }

        if (arguments.Count > 2)
            yield return With(element, [.. arguments.Take(2)], "the first or last row of a partition");
    }

    static Alternative With(SqlExtendedFunction element, List<SqlFunctionArgument> arguments, string needs) => new(element.WithArguments(arguments, [.. arguments.Select(_ => true)]), needs);
}
