using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>A window is partitioned by one more column, one that its level shows.</summary>
sealed class WindowKeyAdded : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "WPA";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (!element.IsWindowFunction)
            yield break;
        var (level, keys) = (site.Level, element.PartitionBy ?? []);
        HashSet<string> used = [.. keys.Concat(element.OrderBy?.Select(o => o.Expression) ?? []).Concat(element.Arguments.Select(a => a.Expression)).Select(ElementKey.Of)];
        foreach (var column in level.Query.Select.Columns.Select(c => c.Expression).Where(MutatedLevel.IsColumn).Where(c => used.Add(ElementKey.Of(c))))
        {
            yield return new(element.WithPartitionBy([.. keys, column]), $"a partition with two different values of {level.Text(column)}")
            {
                Equivalent = level.Rows.Determine(keys, column) ? $"the partition determines {level.Text(column)}" : null,
            };
        }
    }
}
