namespace SqlHarness.Comparisons;

/// <summary>A difference between the columns of two sides.</summary>
/// <param name="Change">Its kind.</param>
/// <param name="Column">The column, by its name on the left where it stands there.</param>
/// <param name="Left">What the left side has: a name, a type, <c>NOT NULL</c>; null where it has nothing.</param>
/// <param name="Right">What the right side has.</param>
/// <param name="Meaning">What it means for the comparison, in a sentence.</param>
public sealed record SchemaDifference(SchemaChange Change, string Column, string? Left, string? Right, string Meaning)
{
    /// <summary>The column of the other side that a missing or added one probably is, under another name; null where none is near.</summary>
    public string? Suggested { get; init; }
}
