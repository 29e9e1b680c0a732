namespace SqlHarness.Sessions;

/// <summary>How the time between two events is measured before it is compared with the gap.</summary>
public enum GapPrecision
{
    /// <summary>Exactly, in microseconds.</summary>
    Microseconds,

    /// <summary>In whole seconds, rounded down, as <c>TIMESTAMP_DIFF(…, SECOND) &gt; 1800</c> does on BigQuery: 1800.9 s is not more than 1800 s.</summary>
    WholeSeconds,
}
