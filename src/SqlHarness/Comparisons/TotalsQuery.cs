namespace SqlHarness.Comparisons;

/// <summary>The totals of one side, by level.</summary>
abstract class TotalsQuery
{
    public static TotalsQuery Of(ComparedSide side, bool isLeft, TotalsPlan plan)
    {
        var columns = plan.Levels.Select(l => l.Column).Concat(plan.Measures.Select(m => m.Column).OfType<ComparedColumn>()).Distinct().ToList();
        // A count of rows alone needs no column; any does.
        var tree = new CellTree([.. columns.Select(CommonForm.TypeOf).DefaultIfEmpty(typeof(int))]);
        return Generic.New<TotalsQuery>(typeof(TotalsQuery<>), [tree.Type], side, isLeft, plan, columns, tree);
    }

    /// <summary>The groups of a level.</summary>
    /// <param name="depth">How many levels divide.</param>
    /// <param name="within">The groups of a level above that are looked into; all if null.</param>
    /// <param name="most">The most groups; where there are more, null is the answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<(object?[] Key, object?[] Totals)>?> GroupsAsync(int depth, IReadOnlyList<IReadOnlyList<object?>>? within, int most, CancellationToken cancellationToken);
}
