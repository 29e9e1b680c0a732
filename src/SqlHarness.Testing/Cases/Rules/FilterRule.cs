namespace SqlHarness.Testing.Cases.Rules;

/// <summary>What a table's rows satisfy.</summary>
sealed record FilterRule(Type Entity, Func<object, bool> Holds);
