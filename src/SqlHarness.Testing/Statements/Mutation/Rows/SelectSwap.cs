using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Rows;

/// <summary>Exchanges all that two SELECTs do, while both stay the objects that others refer to.</summary>
static class SelectSwap
{
    /// <summary>Whether two SELECTs can be exchanged: rows that are taken by an order stay where the order is.</summary>
    public static bool CanSwap(SelectQuery one, SelectQuery other) => one.Select.Columns.Count == other.Select.Columns.Count && !other.HasSetOperators
        && new[] { one, other }.All(q => q.Select is { TakeValue: null, SkipValue: null, IsDistinctOn: false } && q.OrderBy.IsEmpty);

    public static void Swap(SelectQuery one, SelectQuery other)
    {
        Swap(one.From.Tables, other.From.Tables);
        Swap(one.GroupBy.Items, other.GroupBy.Items);
        Swap(one.Where.SearchCondition, other.Where.SearchCondition);
        Swap(one.Having.SearchCondition, other.Having.SearchCondition);
        (one.Select.IsDistinct, other.Select.IsDistinct) = (other.Select.IsDistinct, one.Select.IsDistinct);
        foreach (var (mine, its) in one.Select.Columns.Zip(other.Select.Columns))
            (mine.Expression, its.Expression) = (its.Expression, mine.Expression);
    }

    static void Swap(SqlSearchCondition one, SqlSearchCondition other)
    {
        (one.IsOr, other.IsOr) = (other.IsOr, one.IsOr);
        Swap(one.Predicates, other.Predicates);
    }

    static void Swap<T>(List<T> one, List<T> other)
    {
        var kept = one.ToList();
        one.Clear();
        one.AddRange(other);
        other.Clear();
        other.AddRange(kept);
    }
}
