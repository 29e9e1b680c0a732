using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Errors that offset each other: rows that differ in what is totalled, within a group whose totals are equal.</summary>
static class Offsetting
{
    /// <summary>Whether some of these rows are such.</summary>
    public static bool Is(ComparisonPlan plan, TotalsPlan totalsPlan, TotalsComparison totals, IReadOnlyList<DifferingRow> rows)
    {
        var measured = totalsPlan.Measures.Select(m => Place(plan, m.Column)).ToHashSet();
        return rows.Any(row => (row.Change != RowChange.Modified || measured.Any(m => m >= 0 && row.Differs[m])) && new[] { row.Left, row.Right }.OfType<IReadOnlyList<object?>>().All(cells => IsInEqualGroup(cells)));

        bool IsInEqualGroup(IReadOnlyList<object?> cells)
        {
            var group = totals.All;
            foreach (var (level, column) in totalsPlan.Levels)
            {
                if (!group.Differs)
                    return true;
                var value = cells[Place(plan, column)];
                var part = level.Unit is { } unit ? Portable.Truncate((DateTime?)value, unit) : value;
                if (group.Below.FirstOrDefault(g => RowEquality.CellsEqual(g.Key[^1], part)) is not { } below)
                    return false;
                group = below;
            }

            return !group.Differs;
        }
    }

    static int Place(ComparisonPlan plan, ComparedColumn? column) => column is null ? -1 : plan.Columns.TakeWhile(c => c.Column != column).Count();
}
