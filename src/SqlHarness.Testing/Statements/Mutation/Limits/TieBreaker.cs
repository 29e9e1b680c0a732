namespace SqlHarness.Testing.Statements.Mutation.Limits;

/// <summary>The last key of the order in which rows are taken is forgotten. Which of equal rows are taken is then left to the engine.</summary>
sealed class TieBreaker : MutationOperator
{
    public override string Code => "TIE";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        var items = level.Query.OrderBy.Items;
        if (!level.IsLimited || items.Count == 0)
            yield break;
        var last = items.Count - 1;
        var decided = RowOrders.IsDecidedBefore(level, last);
        var rest = last == 0 ? "no ORDER BY" : $"ORDER BY {string.Join(", ", items.Take(last).Select(level.Text))}";
        yield return new($"ORDER BY {string.Join(", ", items.Select(level.Text))}", rest, "equal rows, of which some are taken and some are not", () => items.RemoveAt(last))
        {
            Equivalent = decided ? RowOrders.Decided(level, last) : null, IsFlaky = !decided,
        };
    }
}
