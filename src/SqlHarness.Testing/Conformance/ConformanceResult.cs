using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Conformance;

/// <summary>What became of one query on one engine.</summary>
public sealed record ConformanceResult
{
    /// <summary>The query's name.</summary>
    public required string Query { get; init; }

    /// <summary>The engine's name.</summary>
    public required string Engine { get; init; }

    /// <summary>The engine's version, as it reports it; null where it was not reached.</summary>
    public string? Version { get; init; }

    /// <summary>What became of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>How many cases it was asked for.</summary>
    public int Cases { get; init; }

    /// <summary>Over how many rows in all.</summary>
    public long Rows { get; init; }

    /// <summary>How many statements answered: lifted ones, cases that ran alone to check them by, and the one that shows a planted mistake. Making, loading and dropping tables are none of them.</summary>
    public int Statements { get; init; }

    /// <summary>How long it took, in milliseconds, loading included.</summary>
    public long Milliseconds { get; init; }

    /// <summary>Why it is not <see cref="Outcome.Same"/>, in a sentence or as a whole report; null where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The planted mistake that was noticed, as <c>elapsed &gt; 30 min  →  elapsed &gt;= 30 min</c>: so the proof can fail here. Null where none was planted.</summary>
    public string? Noticed { get; init; }

    /// <summary>Why cases ran one by one and not by one statement; null where they did not.</summary>
    public string? OneByOne { get; init; }

    /// <summary>The counterexample; null where there is none.</summary>
    public ProofReport? Report { get; init; }
}
