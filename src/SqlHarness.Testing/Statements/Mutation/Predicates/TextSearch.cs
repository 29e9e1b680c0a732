using LinqToDB.Internal.SqlQuery;
using Kind = LinqToDB.Internal.SqlQuery.SqlPredicate.SearchString.SearchKind;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>A text is looked for at another end, anywhere, or as a whole.</summary>
sealed class TextSearch : ElementOperator<SqlPredicate.BaseNotExpr>
{
    public override string Code => "LKE";

    protected override IEnumerable<Alternative> Of(SqlPredicate.BaseNotExpr element, Site site) => element switch
    {
        SqlPredicate.SearchString search => Search(search, site),
        SqlPredicate.Like like when site.Level.Statement.Value(like.Expr2) is string pattern => Like(like, pattern, site),
        _ => [],
    };

    static IEnumerable<Alternative> Search(SqlPredicate.SearchString search, Site site)
    {
        var (text, part) = (site.Level.Text(search.Expr1), site.Level.Text(search.Expr2));
        foreach (var kind in Enum.GetValues<Kind>().Where(k => k != search.Kind))
            yield return new(new SqlPredicate.SearchString(search.Expr1, search.IsNot, search.Expr2, kind, search.CaseSensitive),
                $"a row with {part} in {text}, elsewhere than at the same end");
        var whole = search.IsNot ? SqlPredicate.Operator.NotEqual : SqlPredicate.Operator.Equal;
        yield return new(new SqlPredicate.ExprExpr(search.Expr1, whole, search.Expr2, null), $"a row with more than {part} in {text}");
    }

    static IEnumerable<Alternative> Like(SqlPredicate.Like like, string pattern, Site site)
    {
        string[] others = [pattern.StartsWith('%') ? pattern[1..] : "%" + pattern, pattern.EndsWith('%') ? pattern[..^1] : pattern + "%"];
        foreach (var other in others.Distinct())
        {
            yield return new(new SqlPredicate.Like(like.Expr1, like.IsNot, new SqlValue(Constants.ConstantParts.TypeOf(like.Expr2), other), like.Escape, like.FunctionName),
                $"a row with {site.Level.Text(like.Expr1)} like one of '{pattern}' and '{other}' alone");
        }
    }
}
