namespace SqlHarness.Testing.Reports;

/// <summary>The C# text of a property's parts as its author wrote them, for the test in a report.</summary>
/// <param name="Kind">The kind of table.</param>
/// <param name="Query">The query.</param>
/// <param name="CaseOf">The case of a result.</param>
/// <param name="Claim">The reference or relation.</param>
public sealed record PropertyCode(string Kind, string Query, string CaseOf, string Claim);
