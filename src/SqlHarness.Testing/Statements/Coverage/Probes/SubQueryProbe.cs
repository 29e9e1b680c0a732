using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>
/// A sub-query that runs for each row of another level: pairs of that row and the rows that the sub-query reads, of which its WHERE lets some
/// through.
/// </summary>
sealed class SubQueryProbe(int level) : Probe(level)
{
    public override string Place => "sub-query";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (query, standing, scope) = (level.Query, statement.StandingOf(level)!, statement.ScopeOf(level));
        if (standing.Place == StandingPlace.Join)
            throw new CannotProbeException("A sub-query stands in the condition of a join.");
        var (left, cuts) = (statement.OuterOf(level)!, Cuts.Of(query, scope));
        var isWhole = query.HasSetOperators || standing.In is not null && (Grouping.Is(query) || Windows.In(query.Select.Columns[0].Expression))
            || cuts.Count > 0 && (Grouping.Is(query) || query.Select.IsDistinct);
        if (isWhole && SubQueries.AreCorrelated(query))
            throw new CannotProbeException("A sub-query of groups, windows or set operators refers to the row that it is run for.");
        SubQueries.CheckSources(query.From.Tables);
        // What refers to no row outside can stand as it is; of the rest the rows are paired that its WHERE would let through.
        var condition = new SqlSearchCondition(false);
        if (!isWhole)
            condition.Add(query.Where.SearchCondition);
        if (standing.In is { } list)
            condition.Add(new SqlPredicate.ExprExpr(list.Expr1, SqlPredicate.Operator.Equal, isWhole ? query.Select.Columns[0] : query
                .Select.Columns[0].Expression, null));
        var right = isWhole ? Relation.Over(new SqlTableSource(query, null)) : Relation.Over(query.From.Tables);
        var partners = new PartnerCriterion(left, right, Flag.Of(condition));
        List<Aim> aims = [.. partners.OfSubQuery(scope), .. isWhole ? [] : cuts.SelectMany(c => partners.OfCut(c.Place, c.At, scope)),
            .. CriterionList.Of(Operators.In([condition], entersAggregates: true, PartnerCriterion.Both(left, right)), scope)];
        return new(Relation.Pairs(left, right), aims);
    }
}
