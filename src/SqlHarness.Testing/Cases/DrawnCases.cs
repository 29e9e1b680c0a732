using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.Cases;

/// <summary>The cases of a proof, and what goes with them.</summary>
/// <param name="List">The cases.</param>
/// <param name="Reducer">Makes smaller cases; null for cases that stay as they were written.</param>
/// <param name="Layout">How a case is shown.</param>
sealed record DrawnCases(CaseList List, ICaseReducer<InputCase>? Reducer, CaseLayout Layout)
{
    /// <summary>Whether the query has an order that can change its answer.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>So many times as many cases, of another seed; null where cases are not generated.</summary>
    public Func<int, IReadOnlyList<InputCase>>? More { get; init; }
}
