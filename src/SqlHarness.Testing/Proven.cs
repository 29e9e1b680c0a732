namespace SqlHarness.Testing;

/// <summary>A property held.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Cases">For how many cases.</param>
/// <param name="Rows">Over how many rows in all.</param>
public sealed record Proven(string Property, string Engine, int Cases, long Rows);
