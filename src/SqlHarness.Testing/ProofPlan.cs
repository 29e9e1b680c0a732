using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>What is to be proven, however it was stated.</summary>
/// <param name="Name">The query's name.</param>
/// <param name="Kind">What its cases are made of.</param>
/// <param name="Query">The query.</param>
/// <param name="Claim">What is claimed of it.</param>
/// <param name="Code">How a report states it again as a test.</param>
/// <param name="TimeLimit">The longest time on one engine.</param>
sealed record ProofPlan<TRow, TResult>(string Name, CaseKind<TRow> Kind, QueryOver<TResult> Query, IClaim<TRow, TResult> Claim, IFactWriter Code, TimeSpan TimeLimit) where TRow : class
{
    /// <summary>Whether cases without a row, and answers without one, are meant: where they were written by hand.</summary>
    public bool MayExpectNothing { get; init; }
}
