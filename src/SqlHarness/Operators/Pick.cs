namespace SqlHarness.Operators;

/// <summary>Which end of an order.</summary>
public enum Pick
{
    /// <summary>The last row.</summary>
    Last,

    /// <summary>The first row.</summary>
    First,
}
