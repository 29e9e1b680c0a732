using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>What a user asks of <c>sqlharness compare</c>.</summary>
sealed record CompareRequest
{
    public required string Left { get; init; }
    public required string Right { get; init; }
    public required ComparisonOptions Options { get; init; }

    /// <summary>The condition that rows of both sides meet, in SQL; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>Whether what is equal by rules alone fails.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>How the answer is written.</summary>
    public required CompareFormat Format { get; init; }

    /// <summary>The file for it; null for stdout.</summary>
    public string? Out { get; init; }

    /// <summary>The file for the SQL that would make the right side equal; null for none.</summary>
    public string? Repair { get; init; }

    public required bool Force { get; init; }

    /// <summary>Columns whose values are not shown.</summary>
    public required IReadOnlyList<string> Masked { get; init; }
}
