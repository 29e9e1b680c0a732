namespace SqlHarness.Comparisons;

/// <summary>Totals down a ladder of levels, followed where they differ.</summary>
/// <param name="Levels">What divides, from the top, in words: <c>region</c>, <c>day of ordered_at</c>.</param>
/// <param name="Measures">The totals of each group, in order.</param>
/// <param name="All">All rows, with the groups below.</param>
/// <param name="Followed">How many groups were followed at each level; where there were more that differ, only the first ones were, and the rest is counted in <paramref name="NotFollowed"/>.</param>
/// <param name="NotFollowed">How many unequal groups were not followed.</param>
/// <param name="HasOffsetting">Whether rows differ though all totals are equal, or in branches that are: errors that offset each other.</param>
public sealed record TotalsComparison(IReadOnlyList<string> Levels, IReadOnlyList<TotalMeasure> Measures, TotalGroup All, int Followed, long NotFollowed, bool HasOffsetting);
