using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>
/// What is computed from each row behind WHERE: columns and windows, or where there are groups, their keys and the arguments of aggregates.
/// </summary>
sealed class RowsProbe(int level) : Probe(level)
{
    public override string Place => "SELECT";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        IReadOnlyList<IQueryElement> elements = Grouping.Is(level.Query)
            ? [.. level.Query.GroupBy.Items, .. Aggregates.Of(level.Query)]
            : [.. level.Query.Select.Columns.Select(c => c.Expression), .. level.Query.OrderBy.Items.Select(i => i.Expression)];
        var aims = CriterionList.Of(Operators.In(elements, entersAggregates: true), statement.ScopeOf(level)).ToList();
        return new(statement.Rows(level, isFiltered: true), aims);
    }
}
