using SqlHarness.Testing.Cases.Generation;

namespace SqlHarness.Testing.Cases.Rules;

/// <summary>A column whose values the user generates.</summary>
sealed record ColumnRule(Type Entity, string Member, Func<Draws, object?> Draw);
