namespace SqlHarness.Sessions;

/// <summary>One of several queries with the same meaning. They differ in cost alone.</summary>
public enum Formulation
{
    /// <summary>LAG, then a running MAX over the session starts. Cost grows with the number of events only, however unevenly users are active.</summary>
    Window,

    /// <summary>LAG, then a running COUNT of the session starts, and a join on it. As <see cref="Window"/>, for engines whose running MAX is slow.</summary>
    RunningCount,

    /// <summary>LAG, threshold filter, LEAD, range join back to the events. Collapses where one user owns many events and sessions.</summary>
    RangeJoin,
}
