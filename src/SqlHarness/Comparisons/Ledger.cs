namespace SqlHarness.Comparisons;

/// <summary>Lists everything that could hide a difference, with how many rows it hid one in.</summary>
static class Ledger
{
    /// <summary>The rules about columns.</summary>
    public static IEnumerable<HiddenDifference> Of(ComparisonPlan plan, SchemaComparison schema, RowComparison counted)
    {
        foreach (var (column, counts) in plan.Columns.Zip(counted.Columns))
        {
            if (column.IsIgnored)
                yield return new("ignored", column.Name, counts.Unequal + counts.Hidden);
            else if (column.Tolerance is { } tolerance)
                yield return new(tolerance.ToString(), column.Name, counts.Hidden);
            else if (column.RoundedFrom is not null)
                yield return new("rounded to a floating-point number", column.Name, counts.Hidden);
        }

        // What stands on one side alone, or cannot be compared, is not seen in any row.
        foreach (var name in schema.Ignored.Where(name => plan.Columns.All(c => c.Name != name)))
            yield return new("ignored", name, counted.Identical + counted.Modified);
    }

    /// <summary>The rules about rows.</summary>
    public static async Task<IReadOnlyList<HiddenDifference>> OfAsync(ComparedSide left, ComparedSide right, CancellationToken cancellationToken)
    {
        List<HiddenDifference> hidden = [];
        foreach (var side in new[] { left, right }.Where(s => s.Filter is not null))
            hidden.Add(new($"{side.Table.Said} where {side.Filter}", null, await side.LeftOutAsync(cancellationToken).ConfigureAwait(false)));
        return hidden;
    }
}
