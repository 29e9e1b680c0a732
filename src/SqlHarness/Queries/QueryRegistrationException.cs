namespace SqlHarness.Queries;

/// <summary>A registered query does not have the shape that a query has; the message is one sentence that names it.</summary>
public sealed class QueryRegistrationException : Exception
{
    /// <summary>With a sentence that names the query.</summary>
    public QueryRegistrationException(string message) : base(message) { }

    /// <summary>With a sentence that names the query, and its cause.</summary>
    public QueryRegistrationException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a message.</summary>
    public QueryRegistrationException() { }
}
