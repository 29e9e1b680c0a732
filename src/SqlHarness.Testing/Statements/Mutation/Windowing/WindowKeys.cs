using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>A window forgets a partition key, or all of them.</summary>
sealed class WindowKeys : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "WPD";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (element is not { IsWindowFunction: true, PartitionBy: { Count: > 0 } keys })
            yield break;
        foreach (var key in keys)
        {
            List<ISqlExpression> others = [.. keys.Where(k => k != key)];
            yield return new(element.WithPartitionBy(others), $"rows of two partitions that differ only in {site.Level.Text(key)}, one between those of the other")
            {
                Equivalent = site.Level.Rows.Determine(others, key) ? $"{site.Level.Text(key)} is determined already" : null,
            };
        }

        if (keys.Count > 1)
            yield return new(element.WithPartitionBy([]), "rows of two partitions, one between those of the other");
    }
}
