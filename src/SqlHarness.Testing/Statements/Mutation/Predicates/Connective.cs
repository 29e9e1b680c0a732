using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>AND becomes OR, OR becomes AND, or one of their parts is gone.</summary>
sealed class Connective : ElementOperator<SqlSearchCondition>
{
    public override string Code => "LCR";

    protected override IEnumerable<Alternative> Of(SqlSearchCondition element, Site site)
    {
        if (element.Predicates.Count < 2)
            yield break;
        yield return new(new SqlSearchCondition(!element.IsOr, element.CanReturnUnknown, [.. element.Predicates]), $"a row for which not all of {site.Level.Text(element)} agree");
        foreach (var part in element.Predicates)
        {
            yield return new(Substitution.Of(element, [part], element.IsAnd ? SqlPredicate.True : Never.Holds()),
                $"a row for which {site.Level.Text(part)} alone decides {site.Level.Text(element)}");
        }
    }
}
