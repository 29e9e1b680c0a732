using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>The groups of a level, before HAVING.</summary>
sealed class GroupProbe(int level) : Probe(level)
{
    public override string Place => "GROUP BY";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (query, scope) = (level.Query, statement.ScopeOf(level));
        List<Aim> aims = [.. GroupCriterion.Of(scope), .. CriterionList.Of(Operators.In(Levels.Output(query), entersAggregates: false), scope),
            .. AggregateCriterion.Of(scope)];
        var rows = statement.Rows(level, isFiltered: true);
        rows.Query.GroupBy.Items.AddRange(query.GroupBy.Items.Select(rows.Lead));
        aims = aims.ConvertAll(a => a with { When = a.When is { } flag ? rows.Lead(flag) : null });
        // The number of the row outside, and all else that is asked of that row: it is the same for the whole group.
        if (statement.OuterOf(level) is { } outer)
            rows.Query.GroupBy.Items.AddRange(outer.Query.Select.Columns);
        return new(rows, aims);
    }
}
