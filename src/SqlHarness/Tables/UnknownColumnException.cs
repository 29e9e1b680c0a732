namespace SqlHarness.Tables;

/// <summary>A table has no such column; the message is one sentence that lists those it has and suggests the nearest.</summary>
public sealed class UnknownColumnException : Exception
{
    /// <summary>Says what was looked for where.</summary>
    public UnknownColumnException(string table, string column, IReadOnlyList<string> columns)
        : base($"{table} has no column {column}{(NearestName.Of(column, columns) is { } nearest ? $"; did you mean {nearest}?" : ".")} It has {string.Join(", ", columns)}.") { }

    /// <summary>With a sentence.</summary>
    public UnknownColumnException(string message) : base(message) { }

    /// <summary>With a sentence and its cause.</summary>
    public UnknownColumnException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a sentence.</summary>
    public UnknownColumnException() { }
}
