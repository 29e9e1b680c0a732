using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Constants;

/// <summary>A constant becomes another: 0, 1, the negative, the empty text, or one of the same type that the query has elsewhere.</summary>
sealed class ConstantReplacement : ConstantOperator
{
    public override string Code => "CON";

    protected override IEnumerable<(object? Value, string Needs)> Values(ConstantPart part, IQueryElement element, Site site)
    {
        // A text within a function may be a part of the language: a unit, a format.
        if (part.Value is string && element is SqlParameterizedExpressionBase)
            yield break;
        var needs = part.Beside is { } beside && element is SqlPredicate ? $"a row with {site.Level.Text(beside)} between the two values"
            : $"a row in whose result {site.Level.Text(element)} counts";
        IEnumerable<object?> own = part.Value switch
        {
            bool truth => [!truth],
            string => [""],
            var value when Numbers.Of(value) is { } number => [Numbers.Like(value, 0), Numbers.Like(value, 1), Numbers.Like(value, -number)],
            _ => [],
        };
        foreach (var other in own.Concat(site.Level.Statement.Constants.Where(c => c.GetType() == part.Value.GetType())).OfType<object>().Distinct())
            yield return (other, needs);
    }
}
