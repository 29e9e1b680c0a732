namespace SqlHarness.Comparisons;

/// <summary>How a column differs between two sides.</summary>
public enum SchemaChange
{
    /// <summary>The left side has it, the right one does not.</summary>
    Missing,

    /// <summary>The right side has it, the left one does not.</summary>
    Added,

    /// <summary>Both have it, by different names, as was stated; or by names that differ in upper and lower case.</summary>
    Renamed,

    /// <summary>Both have it, of different types.</summary>
    Type,

    /// <summary>Both have it, and one side allows NULL.</summary>
    Nullability,
}
