namespace SqlHarness.Engines.Dialects;

/// <summary>How a query is printed.</summary>
public sealed record PrintOptions
{
    /// <summary>What the text is used as; a SELECT by default.</summary>
    public SqlForm Form { get; init; } = SqlForm.Select;

    /// <summary>What columns without a name of their own are called; as declared by default.</summary>
    public ColumnNaming Naming { get; init; }
}
