namespace SqlHarness.Testing.Cases;

/// <summary>Cases to prove a property over.</summary>
/// <param name="Cases">The cases; each one's number is its place.</param>
/// <param name="Seed">The seed they were generated from; null for cases written by hand.</param>
sealed record CaseList(IReadOnlyList<InputCase> Cases, ulong? Seed)
{
    /// <summary>How many cases were asked for, where these are a share of them.</summary>
    public int Asked { get; init; } = Cases.Count;
}
