using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>What divides totals.</summary>
/// <param name="Column">The column.</param>
/// <param name="Unit">The calendar unit that its times are cut to, in UTC; null for the values as they are.</param>
public sealed record TotalLevel(string Column, CalendarUnit? Unit = null)
{
    /// <summary>How it is said: <c>day of ordered_at</c>.</summary>
    public override string ToString() => Unit is { } unit ? $"{unit.ToString().ToLowerInvariant()} of {Column}" : Column;
}
