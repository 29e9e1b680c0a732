namespace SqlHarness.Testing.Statements.Mutation.Limits;

/// <summary>Reads the order in which rows are taken.</summary>
static class RowOrders
{
    /// <summary>Whether the keys before one leave it nothing to decide.</summary>
    public static bool IsDecidedBefore(MutatedLevel level, int place) => level.Rows.AreUnique(level.Query.OrderBy.Items.Take(place).Select(i => i.Expression));

    /// <summary>Why it has nothing to decide.</summary>
    public static string Decided(MutatedLevel level, int place) =>
        $"{string.Join(" and ", level.Query.OrderBy.Items.Take(place).Select(i => level.Text(i.Expression)))} leave nothing for {level.Text(level.Query.OrderBy.Items[place].Expression)} to decide";
}
