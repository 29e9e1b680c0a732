namespace SqlHarness.Portability;

/// <summary>A part of an instant, by the UTC calendar.</summary>
public enum CalendarPart
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The month, 1 to 12.</summary>
    Month,

    /// <summary>The day of the month, 1 to 31.</summary>
    Day,

    /// <summary>The hour, 0 to 23.</summary>
    Hour,

    /// <summary>The minute, 0 to 59.</summary>
    Minute,

    /// <summary>The whole second, 0 to 59.</summary>
    Second,

    /// <summary>The day of the week as ISO 8601 counts, 1 for Monday to 7 for Sunday.</summary>
    DayOfWeek,

    /// <summary>The day of the year, 1 to 366.</summary>
    DayOfYear,
}
