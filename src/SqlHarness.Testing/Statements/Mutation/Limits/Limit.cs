using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;

namespace SqlHarness.Testing.Statements.Mutation.Limits;

/// <summary>A row more is taken or skipped, or one less, or none is.</summary>
sealed class Limit : MutationOperator
{
    public override string Code => "LIM";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        var select = level.Query.Select;
        var (take, skip) = (select.TakeValue, select.SkipValue);
        foreach (var (word, value, put) in new (string, ISqlExpression?, Action<ISqlExpression?>)[]
            { ("TAKE", take, v => select.Take(v, select.TakeHints)), ("SKIP", skip, v => select.SkipValue = v) })
        {
            if (value is null || level.Statement.Value(value) is not int rows)
                continue;
            foreach (var other in new[] { rows + 1, rows - 1 }.Where(n => n >= 0))
                yield return new($"{word} {rows}", $"{word} {other}", $"more than {Math.Min(rows, other)} rows", () => put(new SqlValue(ConstantParts.TypeOf(value), other)));
            // An offset needs a limit on some engines.
            if (word == "SKIP" || skip is null)
                yield return new($"{word} {rows}", $"no {word}", word == "TAKE" ? $"more than {rows} rows" : "a row", () => put(null));
        }
    }
}
