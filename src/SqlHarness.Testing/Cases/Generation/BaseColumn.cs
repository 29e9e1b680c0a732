namespace SqlHarness.Testing.Cases.Generation;

/// <summary>A column of an input table, as a statement names it.</summary>
/// <param name="Entity">The type that the table is mapped to.</param>
/// <param name="Name">The name in SQL.</param>
sealed record BaseColumn(Type Entity, string Name);
