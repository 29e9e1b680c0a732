namespace SqlHarness.Tables;

/// <summary>One rule of a tolerance.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Bound">How far it goes: a decimal, a part, a number of digits, a length of time; null where there is nothing to say.</param>
sealed record ToleranceRule(ToleranceKind Kind, object? Bound);
