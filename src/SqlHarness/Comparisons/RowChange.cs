namespace SqlHarness.Comparisons;

/// <summary>How a row differs between two sides.</summary>
public enum RowChange
{
    /// <summary>Both sides have a row of its key, and some cells differ.</summary>
    Modified,

    /// <summary>The right side alone has it.</summary>
    Added,

    /// <summary>The left side alone has it.</summary>
    Removed,
}
