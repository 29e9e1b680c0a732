using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>All probes of a statement.</summary>
static class ProbeList
{
    /// <summary>The probes, in the order in which one reads the statement.</summary>
    public static IReadOnlyList<Probe> Of(Blueprint statement) => [.. Enumerable.Range(0, statement.Levels.Count).SelectMany(i => Of(statement, i))];

    static IEnumerable<Probe> Of(Blueprint statement, int place)
    {
        var level = statement.Levels[place];
        var (query, runsForRows) = (level.Query, statement.StandingOf(level) is not null);
        foreach (var (probe, i) in query.From.Tables.SelectMany(Joins.Of).Select((j, i) => (j, i))
            .Where(j => !Joins.IsApply(j.j.Join) && j.j.Join.Condition.Predicates.Count > 0))
            yield return new JoinProbe(place, i, $"{Word(probe.Join.JoinType)} {ReadableText.NameOf(probe.Join.Table.Source)}");
        if (runsForRows)
            yield return new SubQueryProbe(place);
        else if (query.Where.SearchCondition.Predicates.Count > 0)
            yield return new FilterProbe(place);
        yield return new RowsProbe(place);
        if (Grouping.Is(query))
            yield return new GroupProbe(place);
        // Of what EXISTS and IN find, duplicates say nothing.
        if (query.Select.IsDistinct && !runsForRows)
            yield return new DistinctProbe(place);
        for (var i = 0; i < query.SetOperators.Count && !runsForRows; i++)
            yield return new SetProbe(place, i, StatementLevels.Word(query.SetOperators[i].Operation).ToUpperInvariant());
        if ((query.Select.TakeValue is not null || query.Select.SkipValue is not null) && !runsForRows)
            yield return new PagingProbe(place);
        if (level.Name == StatementLevels.Result)
            yield return new OutputProbe(place);
    }

    static string Word(JoinType join) =>
        join switch { JoinType.Left => "LEFT JOIN", JoinType.Right => "RIGHT JOIN", JoinType.Full => "FULL JOIN", _ => "JOIN" };
}
