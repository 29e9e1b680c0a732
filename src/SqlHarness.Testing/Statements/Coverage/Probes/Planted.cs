namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>What a probe asks.</summary>
/// <param name="Rows">The rows that are looked at.</param>
/// <param name="Aims">What is looked for.</param>
sealed record Planted(Relation Rows, IReadOnlyList<Aim> Aims);
