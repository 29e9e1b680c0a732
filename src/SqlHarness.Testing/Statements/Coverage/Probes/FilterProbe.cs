using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>WHERE, over the rows before it.</summary>
sealed class FilterProbe(int level) : Probe(level)
{
    public override string Place => "WHERE";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var aims = CriterionList.Of(Operators.In([level.Query.Where.SearchCondition], entersAggregates: true), statement.ScopeOf(level)).ToList();
        return new(statement.Rows(level, isFiltered: false), aims);
    }
}
