using SqlHarness.Tables;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Claims;

/// <summary>Whether a claim holds for a case.</summary>
public sealed record Verdict<TRow>
{
    /// <summary>The case.</summary>
    public required Case<TRow> Case { get; init; }

    /// <summary>How the answer differs from the expected one; null if there was no answer.</summary>
    public BagDifference? Difference { get; init; }

    /// <summary>Why there was no answer.</summary>
    public Exception? Error { get; init; }

    /// <summary>The engine's error where the reference throws too: neither has an answer, which is as it should be.</summary>
    public Exception? AgreedError { get; init; }

    /// <summary>The rows that the case was changed to, where a claim compares two inputs.</summary>
    public IReadOnlyList<TRow>? Changed { get; init; }

    /// <summary>Whether the claim holds.</summary>
    public bool Holds => Error is null && Difference is { IsEmpty: true };

    /// <summary>In what it fails, without values; a smaller case must fail in nothing else to count as the same failure.</summary>
    public IReadOnlyList<string> Kinds => Error is not null ? [Error.GetType().Name] : Difference?.Kinds ?? [];

    internal bool FailsLike(Verdict<TRow> other) => !Holds && Kinds.All(other.Kinds.Contains);
}
