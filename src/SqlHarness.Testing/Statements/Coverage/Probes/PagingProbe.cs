using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Testing.Statements.Coverage.Criteria;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>TAKE and SKIP cut fewer rows than they name, exactly as many, and more; and rows tie across the cut.</summary>
sealed class PagingProbe(int level) : Probe(level)
{
    public override string Place => "TAKE, SKIP";

    public override Planted Plant(Blueprint statement)
    {
        var level = LevelIn(statement);
        var (query, scope) = (level.Query, statement.ScopeOf(level));
        var cuts = Cuts.Of(query, scope);
        var items = query.OrderBy.Items.ConvertAll(i => (Item: i, Expression: Own(query, i.Expression)));
        var tying = items.Count > 0 ? WindowOrderCriterion.Tying(items.ConvertAll(i => i.Expression), scope).Count : 0;
        query.Select.Take(null, null);
        query.Select.SkipValue = null;
        query.OrderBy.Items.Clear();
        List<SqlWindowOrderItem> order = [.. items.Select(i => new SqlWindowOrderItem(Column(query, i.Expression), i.Item.IsDescending,
            i.Item.NullsPosition))];
        var rows = Relation.Over(new SqlTableSource(query, null));
        return new(rows, [.. cuts.SelectMany(c => Cut(c.Place, c.At, order, items.Count > 0 && tying == items.Count, scope))]);
    }

    static IEnumerable<Aim> Cut(string place, long at, List<SqlWindowOrderItem> order, bool canTie, Scope scope)
    {
        if (at > 0)
            yield return new(scope.Goal(place, "fewer rows"), null, 0, at - 1);
        yield return new(scope.Goal(place, "exactly as many"), null, at, at);
        yield return new(scope.Goal(place, "more rows"), null, at + 1);
        if (canTie && at > 0)
            yield return new(scope.Goal(place, "a tie across the cut"), Flag.Is(WindowOf.RowNumber([], order), SqlPredicate.Operator.Equal, at + 1)
                & Flag.Is(WindowOf.Rank(order), SqlPredicate.Operator.LessOrEqual, at));
    }

    static ISqlExpression Own(SelectQuery query, ISqlExpression expression) =>
        expression is SqlColumn column && column.Parent == query ? column.Expression : expression;

    static SqlColumn Column(SelectQuery query, ISqlExpression expression)
    {
        var column = query.Select.Columns.Find(c => c.Expression.Equals(expression));
        if (column is null)
            query.Select.Columns.Add(column = new(query, expression));
        return column;
    }
}
