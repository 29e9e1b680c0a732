namespace SqlHarness.Sessions;

/// <summary>A border of the UTC calendar at which a session ends, however short the silence across it.</summary>
public enum CalendarCut
{
    /// <summary>Sessions cross midnight.</summary>
    None,

    /// <summary>Sessions end at midnight UTC.</summary>
    Day,

    /// <summary>Sessions end with the month, at midnight UTC.</summary>
    Month,
}
