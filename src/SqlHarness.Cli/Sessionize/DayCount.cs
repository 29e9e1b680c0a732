namespace SqlHarness.Cli.Sessionize;

/// <summary>How many sessions start on a UTC day.</summary>
sealed record DayCount(DateOnly Day, long Sessions);
