using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>How much a rule has to cover to be said, and the choice among those that do.</summary>
static class Coverage
{
    /// <summary>The fewest differences that make a rule: of one alone anything could be said.</summary>
    const int FewestRows = 2;

    const int MostCounterExamples = 3;

    /// <summary>The least that a rule covers of so many: nine in ten, and two.</summary>
    public static int Least(int lookedAt) => Math.Max(FewestRows, lookedAt - lookedAt / 10);

    /// <summary>How many are covered; less than the least if they are not as many.</summary>
    public static int Count<T>(IReadOnlyList<T> items, Func<T, bool> covers, int least)
    {
        var (covered, left) = (0, items.Count);
        foreach (var item in items)
        {
            if (covers(item))
                covered++;
            // What is left cannot make it enough.
            if (covered + --left < least)
                return -1;
        }

        return covered;
    }

    /// <summary>What most of the values are if more than half are one; else any, or none.</summary>
    public static T? Majority<T>(IEnumerable<T> values) where T : struct
    {
        // Boyer and Moore's vote: https://doi.org/10.1007/978-94-011-3488-0_5.
        var (candidate, votes) = (default(T?), 0);
        foreach (var value in values)
        {
            if (votes == 0)
                (candidate, votes) = (value, 1);
            else
                votes += EqualityComparer<T>.Default.Equals(candidate!.Value, value) ? 1 : -1;
        }

        return candidate;
    }

    /// <summary>The rule that covers most of a column's differences, the first of those that cover as many; null if none covers enough.</summary>
    public static (CellRule Rule, int Covered)? Best(DifferingCells cells)
    {
        (CellRule, int)? best = null;
        var least = Least(cells.Pairs.Count);
        if (cells.Pairs.Count < least)
            return null;
        foreach (var rule in ExplanationRules.OfColumns.SelectMany(kind => kind.Of(cells)))
        {
            var covered = Count(cells.Pairs, rule.Covers, least);
            if (covered < least)
                continue;
            best = (rule, covered);
            if (covered == cells.Pairs.Count)
                break;
            least = covered + 1;
        }

        return best;
    }

    /// <summary>Some rows that a rule does not cover, the first in the order of their cells, whatever the order in which they came.</summary>
    public static IReadOnlyList<DifferingRow> CounterExamples(IEnumerable<DifferingRow> uncovered) =>
        [.. uncovered.OrderBy(r => r.Change).ThenBy(r => r.Cells, RowOrder.Instance).ThenBy(r => r.Right ?? r.Left, RowOrder.Instance).Take(MostCounterExamples)];
}
