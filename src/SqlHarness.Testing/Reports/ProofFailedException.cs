namespace SqlHarness.Testing.Reports;

/// <summary>A proof failed; the message is the whole report.</summary>
public sealed class ProofFailedException : Exception
{
    internal ProofFailedException(Counterexample found) : base(ReportText.Of(found), found.Shrunk.Smallest.Error) => Report = ProofReport.Of(found);

    /// <summary>The report for tools; null where a sentence is all there is to say.</summary>
    public ProofReport? Report { get; }

    /// <summary>With the report.</summary>
    public ProofFailedException(string message) : base(message) { }

    /// <summary>With the report and what the query threw.</summary>
    public ProofFailedException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Without a report.</summary>
    public ProofFailedException() { }
}
