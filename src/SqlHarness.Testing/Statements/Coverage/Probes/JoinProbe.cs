using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>A join, over all pairs of rows that it might match.</summary>
/// <param name="level">The level's place.</param>
/// <param name="join">The join's place among those of the level.</param>
/// <param name="name">What it joins to what.</param>
sealed class JoinProbe(int level, int join, string name) : Probe(level)
{
    public override string Place => name;

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (source, place, joined) = level.Query.From.Tables.SelectMany(Joins.Of).ElementAt(join);
        var scope = statement.ScopeOf(level).Within(joined);
        var leftSource = Joins.LeftOf(source, place);
        var (left, right) = (Relation.Over(leftSource), Relation.Over(joined.Table));
        var partners = new PartnerCriterion(left, right, Flag.Of(joined.Condition));
        List<Aim> aims = [.. partners.OfJoin(name, joined, leftSource, scope),
            .. CriterionList.Of(Operators.In([joined.Condition], entersAggregates: true, PartnerCriterion.Both(left, right)), scope)];
        return new(Relation.Pairs(left, right), aims);
    }
}
