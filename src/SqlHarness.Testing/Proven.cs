namespace SqlHarness.Testing;

/// <summary>A property held.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Cases">For how many cases.</param>
/// <param name="Rows">Over how many rows in all.</param>
/// <param name="OneByOne">Why cases ran one by one and not by one statement; null where they did not.</param>
public sealed record Proven(string Property, string Engine, int Cases, long Rows, string? OneByOne = null);
