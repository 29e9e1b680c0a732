namespace SqlHarness.Tables;

/// <summary>Times of any type as ticks, as tolerances see them.</summary>
static class Times
{
    public static bool AreHeld(Type type) =>
        type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(DateOnly) || type == typeof(TimeOnly);

    public static long Ticks(object time) => time switch
    {
        DateTime instant => instant.Ticks,
        DateTimeOffset instant => instant.UtcTicks,
        TimeSpan span => span.Ticks,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue).Ticks,
        TimeOnly clock => clock.Ticks,
        _ => throw new ArgumentException($"{time.GetType().Name} is no time.", nameof(time)),
    };

    /// <summary>In whole units, downwards also below zero.</summary>
    public static long Floored(long ticks, long unit) => ticks / unit - (ticks % unit < 0 ? 1 : 0);
}
