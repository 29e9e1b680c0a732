namespace SqlHarness.Engines.Dialects;

/// <summary>A query that a dialect cannot express; the message is one sentence that names the construct and the dialect.</summary>
public sealed class DialectException : Exception
{
    /// <summary>With a sentence.</summary>
    public DialectException(string message) : base(message) { }

    /// <summary>With a sentence and its cause.</summary>
    public DialectException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a message.</summary>
    public DialectException() { }
}
