namespace SqlHarness.Engines;

/// <summary>An engine cannot do what was asked; the message is one sentence for the user.</summary>
public sealed class EngineException : Exception
{
    /// <summary>With a sentence for the user.</summary>
    public EngineException(string message) : base(message) { }

    /// <summary>With a sentence for the user and its cause.</summary>
    public EngineException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Whether a query was refused before it ran, because of what the engine does not keep of the contract.</summary>
    internal bool IsRefusal { get; init; }

    /// <summary>Without a message.</summary>
    public EngineException() { }
}
