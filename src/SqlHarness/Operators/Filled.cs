namespace SqlHarness.Operators;

/// <summary>A row with the last value known at it.</summary>
public sealed record Filled<TRow, TValue>
{
    /// <summary>The row, unchanged.</summary>
    public required TRow Row { get; init; }

    /// <summary>The row's own value, or the last one before it that is not NULL; NULL where there is none. Where the key has a NULL part, the row's own value.</summary>
    public required TValue Value { get; init; }
}
