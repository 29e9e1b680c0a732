namespace SqlHarness.Comparisons;

/// <summary>Two sides cannot be compared; the message is one sentence that says why.</summary>
public sealed class ComparisonException : Exception
{
    /// <summary>With a sentence.</summary>
    public ComparisonException(string message) : base(message) { }

    /// <summary>With a sentence and its cause.</summary>
    public ComparisonException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a sentence.</summary>
    public ComparisonException() { }
}
