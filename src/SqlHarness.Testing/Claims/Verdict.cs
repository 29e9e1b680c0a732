using SqlHarness.Tables;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Claims;

/// <summary>Whether a claim holds for a case.</summary>
sealed record Verdict
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>How the answer differs from the expected one; null if there was no answer.</summary>
    public BagDifference? Difference { get; init; }

    /// <summary>Why there was no answer.</summary>
    public Exception? Error { get; init; }

    /// <summary>The engine's error where the claim has no answer either, which is as it should be.</summary>
    public Exception? AgreedError { get; init; }

    /// <summary>What the case was changed to, where a claim compares two inputs.</summary>
    public InputCase? Changed { get; init; }

    /// <summary>Whether the claim, put to the same rows and answers again, expects the same; null where there is no answer to put it to.</summary>
    public Func<bool>? Repeats { get; init; }

    /// <summary>Whether the claim holds.</summary>
    public bool Holds => Error is null && (AgreedError is not null || Difference is { IsEmpty: true });

    /// <summary>In what it fails, without values; a smaller case must fail in nothing else to count as the same failure.</summary>
    public IReadOnlyList<string> Kinds => Error is not null ? [Error.GetType().Name] : Difference?.Kinds ?? [];

    public bool FailsLike(Verdict other) => !Holds && Kinds.All(other.Kinds.Contains);
}
