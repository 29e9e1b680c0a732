namespace SqlHarness.Operators;

/// <summary>A row with a value of the row before it.</summary>
public sealed record WithPrevious<TRow, TValue>
{
    /// <summary>The row, unchanged.</summary>
    public required TRow Row { get; init; }

    /// <summary>The previous row's value; NULL for the first row of a key, and where the key has a NULL part.</summary>
    public required TValue Previous { get; init; }
}
