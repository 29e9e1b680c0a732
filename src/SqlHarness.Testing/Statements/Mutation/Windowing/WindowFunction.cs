using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>LAG and LEAD, FIRST_VALUE and LAST_VALUE, ROW_NUMBER, RANK and DENSE_RANK become each other. Of MIN, MAX and SUM see the aggregates.</summary>
sealed class WindowFunction : ElementOperator<SqlExtendedFunction>
{
    static readonly string[][] Kin = [["LAG", "LEAD"], ["FIRST_VALUE", "LAST_VALUE"], ["ROW_NUMBER", "RANK", "DENSE_RANK"]];

    public override string Code => "WFN";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        var kin = element.IsWindowFunction ? Array.Find(Kin, k => k.Contains(element.FunctionName, StringComparer.OrdinalIgnoreCase)) ?? [] : [];
        var ranks = kin.Length > 2;
        var order = WindowOrders.Items(element);
        var unique = ranks && site.Level.Rows.AreUnique([.. element.PartitionBy ?? [], .. order.Select(o => o.Expression)]);
        return kin.Where(k => !k.Equals(element.FunctionName, StringComparison.OrdinalIgnoreCase)).Select(k => new Alternative(element.WithFunctionName(k), ranks
            ? $"two rows of one partition with the same {string.Join(" and ", order.Select(o => site.Level.Text(o.Expression)))}" : "a partition of two rows")
        {
            Equivalent = unique ? "its order has no ties" : null,
        });
    }
}
