using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>A sub-query that runs for each row of another level: pairs of that row and the rows that the sub-query reads, of which its WHERE lets some through.</summary>
sealed class SubQueryProbe(int level) : Probe(level)
{
    public override string Place => "sub-query";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var standing = statement.StandingOf(level)!;
        if (level.Query.HasSetOperators || standing.Place == StandingPlace.Join)
            throw new CannotProbeException(level.Query.HasSetOperators ? "A sub-query of set operators is run for each row." : "A sub-query stands in the condition of a join.");
        var condition = new SqlSearchCondition(false, null, level.Query.Where.SearchCondition);
        if (standing.In is { } list)
            condition.Add(new SqlPredicate.ExprExpr(list.Expr1, SqlPredicate.Operator.Equal, level.Query.Select.Columns[0].Expression, null));
        var (scope, left, right) = (statement.ScopeOf(level), statement.OuterOf(level)!, Relation.Over(level.Query.From.Tables));
        var cuts = Cuts.Of(level.Query, scope);
        if (cuts.Count > 0 && (Grouping.Is(level.Query) || level.Query.Select.IsDistinct))
            throw new CannotProbeException("TAKE or SKIP of groups or distinct rows is run for each row.");
        var partners = new PartnerCriterion(left, right, Flag.Of(condition));
        List<Aim> aims = [.. partners.OfSubQuery(scope), .. cuts.SelectMany(c => partners.OfCut(c.Place, c.At, scope)),
            .. CriterionList.Of(Operators.In([condition], entersAggregates: true, PartnerCriterion.Both(left, right)), scope)];
        return new(Relation.Pairs(left, right), aims);
    }
}
