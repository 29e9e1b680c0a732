using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>The result is empty, one row, and several; each column that can be NULL is, and is not.</summary>
sealed class OutputProbe(int level) : Probe(level)
{
    public override string Place => "output";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (query, scope) = (level.Query, statement.ScopeOf(level));
        List<Aim> aims = [];
        // An aggregate of all rows is always one.
        if (!Aggregates.All(query) || query.HasSetOperators)
            aims.AddRange([new(scope.Goal(Place, "empty"), null, 0, 0), new(scope.Goal(Place, "one row"), null, 1, 1),
                new(scope.Goal(Place, "several rows"), null, 2)]);
        foreach (var column in query.Select.Columns.Where(c => scope.CanBeNull(c)))
        {
            aims.Add(new(scope.Goal(Place, $"{column.Alias} NULL"), Flag.IsNull(column)));
            aims.Add(new(scope.Goal(Place, $"{column.Alias} not NULL"), Flag.IsKnown(column)));
        }

        return new(Relation.Over(new SqlTableSource(query, null)), aims);
    }
}
