namespace SqlHarness.Testing.Cases.Rules;

/// <summary>Columns that no two rows agree in.</summary>
sealed record UniqueRule(Type Entity, IReadOnlyList<string> Members);
