namespace SqlHarness.Testing.Claims;

/// <summary>A reference threw where it should have answered; the cause says what.</summary>
public sealed class ReferenceFailedException : Exception
{
    /// <summary>With the cause, and how many rows the query answered.</summary>
    public ReferenceFailedException(Exception cause, int? rows)
        : base($"The reference throws {cause.GetType().Name} ({cause.Message}){(rows is null ? "" : $", but the query answers with {rows} {(rows == 1 ? "row" : "rows")}")}.", cause) { }

    /// <summary>With a sentence.</summary>
    public ReferenceFailedException(string message) : base(message) { }

    /// <summary>With a sentence and its cause.</summary>
    public ReferenceFailedException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a sentence.</summary>
    public ReferenceFailedException() { }
}
