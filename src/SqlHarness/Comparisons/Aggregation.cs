namespace SqlHarness.Comparisons;

/// <summary>How a column's values become one total. NULLs are left out, but for <see cref="NullCount"/>.</summary>
public enum Aggregation
{
    /// <summary>The sum; NULL of no value. Additive: the totals of groups add up to the whole's.</summary>
    Sum,

    /// <summary>How many values there are. Additive.</summary>
    Count,

    /// <summary>How many are NULL. Additive.</summary>
    NullCount,

    /// <summary>How many different values there are.</summary>
    CountDistinct,

    /// <summary>The least value; NULL of no value.</summary>
    Minimum,

    /// <summary>The greatest value; NULL of no value.</summary>
    Maximum,
}
