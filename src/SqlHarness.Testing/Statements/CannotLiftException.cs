namespace SqlHarness.Testing.Statements;

/// <summary>A query cannot be run over many cases by one statement; the message is one sentence that names the construct. It is never answered wrongly instead.</summary>
public sealed class CannotLiftException : Exception
{
    /// <summary>With a sentence that names the construct.</summary>
    public CannotLiftException(string message) : base(message) { }

    /// <summary>With a sentence that names the construct, and its cause.</summary>
    public CannotLiftException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a message.</summary>
    public CannotLiftException() { }
}
