using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>DISTINCT removes a row.</summary>
sealed class DistinctProbe(int level) : Probe(level)
{
    public override string Place => "DISTINCT";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (query, scope) = (level.Query, statement.ScopeOf(level));
        query.Select.IsDistinct = false;
        query.Select.Take(null, null);
        query.Select.SkipValue = null;
        query.OrderBy.Items.Clear();
        query.SetOperators.Clear();
        var rows = Relation.Over(new SqlTableSource(query, null));
        rows.Query.GroupBy.Items.AddRange(query.Select.Columns);
        return new(rows, [new(scope.Goal(Place, "a duplicate removed"), Flag.AtLeast(WindowOf.Rows(), 2))]);
    }
}
