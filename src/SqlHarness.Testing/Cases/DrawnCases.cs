using SqlHarness.Testing.Cases.Stored;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Shrinking;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Testing.Cases;

/// <summary>The cases of a proof, and what goes with them.</summary>
/// <param name="List">The cases: stored ones first.</param>
/// <param name="Tables">The query's tables.</param>
/// <param name="Facts">What its statement tells.</param>
/// <param name="Layout">How a case is shown.</param>
sealed record DrawnCases(CaseList List, InputTables Tables, StatementFacts Facts, CaseLayout Layout)
{
    /// <summary>Makes smaller cases; null for cases that stay as they were written.</summary>
    public ICaseReducer<InputCase>? Reducer { get; init; }

    /// <summary>The files of the stored cases, which are the first of the list.</summary>
    public IReadOnlyList<string> Stored { get; init; } = [];

    /// <summary>Where a new counterexample is stored; null where none is.</summary>
    public CounterexampleFolder? Folder { get; init; }

    /// <summary>What the generated cases reach, where they were chosen for it.</summary>
    public Covered? Coverage { get; init; }

    /// <summary>So many times as many cases, of another seed; null where cases are not generated.</summary>
    public Func<int, IReadOnlyList<InputCase>>? More { get; init; }

    /// <summary>The cases that were generated.</summary>
    public IReadOnlyList<InputCase> Generated => [.. List.Cases.Skip(Stored.Count)];
}
