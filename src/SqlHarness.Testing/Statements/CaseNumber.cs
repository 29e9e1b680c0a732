using LinqToDB.Mapping;

namespace SqlHarness.Testing.Statements;

/// <summary>A row of the list of all cases.</summary>
sealed class CaseNumber
{
    /// <summary>The case.</summary>
    [Column(CaseSchema.Column)]
    public int Number { get; init; }
}
