using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>A set operator has rows that only its left side has, only its right side, both, and one of them twice.</summary>
/// <param name="level">The level's place.</param>
/// <param name="set">The operator's place on the level; what stands before it is its left side.</param>
/// <param name="name">The operator.</param>
sealed class SetProbe(int level, int set, string name) : Probe(level)
{
    static readonly DbDataType Integer = new(typeof(int), DataType.Int32);

    public override string Place => name;

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (query, scope) = (level.Query, statement.ScopeOf(level));
        var right = query.SetOperators[set].SelectQuery;
        query.SetOperators.RemoveRange(set, query.SetOperators.Count - set);
        query.OrderBy.Items.Clear();
        var both = Side(query, 1, 0);
        both.SetOperators.Add(new(Side(right, 0, 1), SetOperation.UnionAll));
        var rows = Relation.Over(new SqlTableSource(both, null));
        var columns = both.Select.Columns;
        rows.Query.GroupBy.Items.AddRange(columns.SkipLast(2));
        var (onLeft, onRight) = (WindowOf.Total(columns[^2]), WindowOf.Total(columns[^1]));
        var (isLeft, isRight) = (Flag.AtLeast(onLeft, 1), Flag.AtLeast(onRight, 1));
        List<Aim> aims =
            [new(scope.Goal(Place, "only left"), isLeft & !isRight), new(scope.Goal(Place, "only right"), !isLeft & isRight),
                new(scope.Goal(Place, "both"), isLeft & isRight)];
        if (!Uniqueness.HasUniqueRows(query))
            aims.Add(new(scope.Goal(Place, "twice left"), Flag.AtLeast(onLeft, 2)));
        if (!Uniqueness.HasUniqueRows(right))
            aims.Add(new(scope.Goal(Place, "twice right"), Flag.AtLeast(onRight, 2)));
        return new(rows, aims);
    }

    static SelectQuery Side(SelectQuery query, int left, int right)
    {
        var side = new SelectQuery();
        side.From.Tables.Add(new(query, null));
        foreach (var column in query.Select.Columns)
            side.Select.Columns.Add(new(side, column));
        side.Select.Columns.Add(new(side, new SqlValue(Integer, left), "sqlharness_left"));
        side.Select.Columns.Add(new(side, new SqlValue(Integer, right), "sqlharness_right"));
        return side;
    }
}
