using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Runs;

/// <summary>Runs a query over many cases at once.</summary>
public interface IRunner<TRow, TResult>
{
    /// <summary>The engine's name.</summary>
    string Engine { get; }

    /// <summary>Why cases run one by one and not by one statement, in a sentence; null where they do not.</summary>
    string? OneByOne { get; }

    /// <summary>The query's answer for each case.</summary>
    Task<Answer<TResult>> RunAsync(QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken);
}
