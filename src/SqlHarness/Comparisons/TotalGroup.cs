namespace SqlHarness.Comparisons;

/// <summary>The totals of one group of rows on both sides.</summary>
/// <param name="Key">The group's values of the levels down to its own; none for all rows.</param>
/// <param name="Left">The totals, one for each measure; null where the left side has no such group.</param>
/// <param name="Right">The right side's.</param>
/// <param name="Differs">Whether a side has no such group, or a total differs by more than its tolerance.</param>
/// <param name="Below">The groups of the next level; looked at only where this one differs, so that there are none below an equal one.</param>
public sealed record TotalGroup(IReadOnlyList<object?> Key, IReadOnlyList<object?>? Left, IReadOnlyList<object?>? Right, bool Differs, IReadOnlyList<TotalGroup> Below)
{
    /// <summary>The groups below which nothing was looked at: the lowest level's, and those that are equal.</summary>
    public IEnumerable<TotalGroup> Leaves => Below.Count == 0 ? [this] : Below.SelectMany(b => b.Leaves);

    /// <summary>This group and all below.</summary>
    public IEnumerable<TotalGroup> All => Below.SelectMany(b => b.All).Prepend(this);
}
