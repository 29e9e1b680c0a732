namespace SqlHarness.Operators;

/// <summary>A row with a value of the row after it.</summary>
public sealed record WithNext<TRow, TValue>
{
    /// <summary>The row, unchanged.</summary>
    public required TRow Row { get; init; }

    /// <summary>The next row's value; NULL for the last row of a key, and where the key has a NULL part.</summary>
    public required TValue Next { get; init; }
}
