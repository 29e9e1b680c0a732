using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Cases.Generation;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>Reads in which orders a statement's windows read its tables.</summary>
static class WindowOrders
{
    /// <summary>For each ordered window whose columns are all of one table: the columns of its partitions, and those of its order.</summary>
    public static IReadOnlyList<(IReadOnlyList<BaseColumn> Partition, IReadOnlyList<BaseColumn> Order)> Of(SqlStatement statement)
    {
        List<(IReadOnlyList<BaseColumn>, IReadOnlyList<BaseColumn>)> found = [];
        statement.VisitAll(element =>
        {
            if (element is not SqlExtendedFunction { IsWindowFunction: true, OrderBy: { Count: > 0 } order } window)
                return;
            var (partition, ordered) = (Traced(window.PartitionBy ?? []), Traced(order.Select(o => o.Expression)));
            if (ordered.Count > 0 && partition.Concat(ordered).Select(c => c.Entity).Distinct().Count() == 1)
                found.Add((partition, ordered));
        });
        return found;
    }

    /// <summary>Whether a statement has any order that can change its answer: of a window, or of rows that are taken or skipped.</summary>
    public static bool Matter(SqlStatement statement) => statement.Find(static e => e is SqlExtendedFunction { IsWindowFunction: true, OrderBy.Count: > 0 }
        or SelectQuery { Select: { TakeValue: not null } or { SkipValue: not null } or { IsDistinctOn: true } }) is not null;

    static List<BaseColumn> Traced(IEnumerable<ISqlExpression> expressions) => [.. expressions.SelectMany(BaseColumns.Of).Distinct()];
}
