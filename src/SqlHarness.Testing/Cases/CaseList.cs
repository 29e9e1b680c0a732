namespace SqlHarness.Testing.Cases;

/// <summary>Cases to prove a property over.</summary>
/// <param name="Cases">The rows of each case; the case's number is its place.</param>
/// <param name="Seed">The seed they were generated from; null for cases written by hand.</param>
public sealed record CaseList<TRow>(IReadOnlyList<IReadOnlyList<TRow>> Cases, ulong? Seed);
