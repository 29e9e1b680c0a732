namespace SqlHarness.Testing;

/// <summary>A property held.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Cases">For how many cases.</param>
/// <param name="Rows">Over how many rows in all.</param>
/// <param name="Statements">
/// How many lifted statements answered them, however many the cases: one for most claims, one more for each further query or changed input of a query of its own, and one where the query
/// orders, to see that its answer does not depend on the physical order of rows. Loading, and counting what cases reach, are none of them.
/// </param>
/// <param name="RunAlone">How many cases ran alone, by the statement as it is: a few to check the lifted one by, or all of them where there is none.</param>
/// <param name="OneByOne">Why cases ran one by one and not by one statement; null where they did not.</param>
public sealed record Proven(string Property, string Engine, int Cases, long Rows, int Statements, int RunAlone, string? OneByOne = null);
