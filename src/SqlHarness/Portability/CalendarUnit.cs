namespace SqlHarness.Portability;

/// <summary>A unit of the UTC calendar.</summary>
public enum CalendarUnit
{
    /// <summary>A second.</summary>
    Second,

    /// <summary>A minute.</summary>
    Minute,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day, from midnight UTC.</summary>
    Day,

    /// <summary>A month, from midnight UTC of its first day.</summary>
    Month,

    /// <summary>A year, from midnight UTC of 1 January.</summary>
    Year,
}
