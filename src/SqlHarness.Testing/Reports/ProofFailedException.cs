namespace SqlHarness.Testing.Reports;

/// <summary>A proof failed; the message is the whole report.</summary>
public sealed class ProofFailedException : Exception
{
    /// <summary>With the report.</summary>
    public ProofFailedException(string message) : base(message) { }

    /// <summary>With the report and what the query threw.</summary>
    public ProofFailedException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Without a report.</summary>
    public ProofFailedException() { }
}
