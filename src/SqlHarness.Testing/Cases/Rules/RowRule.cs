using SqlHarness.Testing.Cases.Generation;

namespace SqlHarness.Testing.Cases.Rules;

/// <summary>A table whose rows the user generates.</summary>
sealed record RowRule(Type Entity, Func<Draws, object> Draw);
