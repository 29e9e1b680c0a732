using SqlHarness.Testing.Cases;

namespace SqlHarness.Cli.Verify;

/// <summary>What a user asks of <c>sqlharness verify</c>.</summary>
sealed record VerifyRequest
{
    public required IReadOnlyList<string> Engines { get; init; }
    public required IReadOnlyList<string> Queries { get; init; }
    public string? Assembly { get; init; }
    public string? Driver { get; init; }
    public required IReadOnlyList<string> Set { get; init; }
    public required CaseBudget Budget { get; init; }

    /// <summary>Whether the dialects' own text is run also where linq2db has a provider.</summary>
    public required bool Printed { get; init; }

    /// <summary>Whether only the cost is shown.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The file for the report; null for none.</summary>
    public string? Report { get; init; }

    public required bool Force { get; init; }

    /// <summary><c>table</c>, <c>json</c> or <c>markdown</c>.</summary>
    public required string Format { get; init; }
}
