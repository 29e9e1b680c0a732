using LinqToDB.Mapping;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Testing.Runs;

/// <summary>A row of the list of all cases.</summary>
sealed class CaseNumber
{
    /// <summary>The case.</summary>
    [Column(CaseSchema.Column)]
    public int Number { get; init; }
}
