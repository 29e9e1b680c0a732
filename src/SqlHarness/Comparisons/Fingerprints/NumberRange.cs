namespace SqlHarness.Comparisons;

/// <summary>The least and the greatest of some whole numbers.</summary>
readonly record struct NumberRange(long Least, long Greatest)
{
    /// <summary>All of 64 bits.</summary>
    public static NumberRange All { get; } = new(long.MinValue, long.MaxValue);

    /// <summary>Nearer to zero than 2³².</summary>
    public static NumberRange Narrow { get; } = new(-(1L << 32) + 1, (1L << 32) - 1);

    /// <summary>Whether all are nearer to zero than 2³².</summary>
    public bool IsNarrow => Least >= Narrow.Least && Greatest <= Narrow.Greatest;

    /// <summary>How many numbers there are.</summary>
    public UInt128 Size => (UInt128)((Int128)Greatest - Least) + 1;

    /// <summary>Both and all between.</summary>
    public NumberRange With(NumberRange other) => new(Math.Min(Least, other.Least), Math.Max(Greatest, other.Greatest));
}
