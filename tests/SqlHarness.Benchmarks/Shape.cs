namespace SqlHarness.Benchmarks;

/// <summary>How events are spread over users.</summary>
enum Shape
{
    /// <summary>Fifty events a user.</summary>
    Even,

    /// <summary>One user has a fifth of all events, in many sessions: a range join meets each of them.</summary>
    Skewed,

    /// <summary>One user has a fifth of all events, in one endless session: IGNORE NULLS looks back over all of it.</summary>
    Bot,
}
