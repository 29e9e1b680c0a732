using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>IS NULL becomes IS NOT NULL, or the question is not asked. Of what is never NULL linq2db does not ask it.</summary>
sealed class NullTest : ElementOperator<SqlPredicate.IsNull>
{
    public override string Code => "NLF";

    protected override IEnumerable<Alternative> Of(SqlPredicate.IsNull element, Site site)
    {
        var text = site.Level.Text(element.Expr1);
        yield return new(new SqlPredicate.IsNull(element.Expr1, !element.IsNot), $"a row for which {site.Level.Text(element)} decides");
        yield return new(SqlPredicate.MakeBool(element.IsNot), $"a row with {text} NULL");
        yield return new(SqlPredicate.MakeBool(!element.IsNot), $"a row with {text} not NULL");
    }
}
