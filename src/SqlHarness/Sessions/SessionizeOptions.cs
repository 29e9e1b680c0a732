namespace SqlHarness.Sessions;

/// <summary>What ends a session. The default is an inactivity gap of more than 30 minutes, measured exactly.</summary>
public sealed record SessionizeOptions
{
    /// <summary>Silence that ends a session; 30 minutes by default. Whole microseconds, more than zero.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether a silence of exactly the gap ends a session. By default it does not.</summary>
    public GapBoundary Boundary { get; init; } = GapBoundary.After;

    /// <summary>How elapsed time is measured. By default in exact microseconds.</summary>
    public GapPrecision Precision { get; init; } = GapPrecision.Microseconds;

    /// <summary>A border of the UTC calendar that also ends a session. None by default.</summary>
    public CalendarCut Cut { get; init; } = CalendarCut.None;

    /// <summary>
    /// Which of the queries with this meaning is run; the result is the same. By default the one that no data makes slow on the query's engine: <see cref="Formulation.Window"/>, and
    /// <see cref="Formulation.RunningCount"/> on MariaDB.
    /// </summary>
    public Formulation? Formulation { get; init; }

    /// <summary>Refuses options that contradict each other or the contract, by the option's name.</summary>
    /// <exception cref="ArgumentException">An option's value is unusable; the message names it and says what is allowed.</exception>
    public void Validate()
    {
        if (Gap <= TimeSpan.Zero)
            throw new ArgumentException($"Gap must be more than zero, but is {Gap:c}.", nameof(Gap));
        if (Gap.Ticks % TimeSpan.TicksPerMicrosecond != 0)
            throw new ArgumentException($"Gap must be whole microseconds, but is {Gap:c}.", nameof(Gap));
        if (Precision == GapPrecision.WholeSeconds && Gap.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException($"Gap must be whole seconds when Precision is WholeSeconds, but is {Gap:c}.", nameof(Gap));
        Defined(Boundary, nameof(Boundary));
        Defined(Precision, nameof(Precision));
        Defined(Cut, nameof(Cut));
        if (Formulation is { } formulation)
            Defined(formulation, nameof(Formulation));
    }

    static void Defined<T>(T value, string name) where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentException($"{name} must be one of {string.Join(", ", Enum.GetNames<T>())}, but is {value}.", name);
    }
}
