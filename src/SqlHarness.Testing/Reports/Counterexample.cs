using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.Reports;

/// <summary>All that a report tells of a failed proof.</summary>
sealed record Counterexample
{
    public required string Property { get; init; }
    public required string Broken { get; init; }
    public required HarnessCode Code { get; init; }
    public required CaseLayout Layout { get; init; }
    public required string Engine { get; init; }
    public required CaseList Cases { get; init; }
    public required int Failing { get; init; }

    /// <summary>Whether counting stopped at the first case whose statement fails.</summary>
    public required bool IsFailingAtLeast { get; init; }

    /// <summary>The case as generated, by its number in the list.</summary>
    public required Case Original { get; init; }

    public required Reduced<Verdict> Shrunk { get; init; }
    public required string Sql { get; init; }

    /// <summary>Why cases ran one by one; null where they did not.</summary>
    public required string? OneByOne { get; init; }

    /// <summary>Whether the case fails without the others; null if time ran out before that was seen.</summary>
    public required bool? FailsAlone { get; init; }

    /// <summary>What the query's named steps answer for the smallest case.</summary>
    public required IReadOnlyList<StepRows> Steps { get; init; }

    /// <summary>What these steps mean, where that was said.</summary>
    public required IReadOnlyList<StepReference> References { get; init; }

    /// <summary>The file that the case came from; null where it was generated or written by hand.</summary>
    public string? StoredIn { get; init; }

    /// <summary>The file that the smallest case was stored in; null where it was not.</summary>
    public string? StoredAs { get; init; }
}
