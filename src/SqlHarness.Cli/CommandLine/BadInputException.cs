namespace SqlHarness.Cli.CommandLine;

/// <summary>The user's input cannot be used; the message is one sentence that names file, row, column and value as far as they are known. Exit code 2.</summary>
sealed class BadInputException : Exception
{
    public BadInputException(string message) : base(message) { }

    public BadInputException(string message, Exception innerException) : base(message, innerException) { }

    public BadInputException() { }
}
