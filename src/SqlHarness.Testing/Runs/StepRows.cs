namespace SqlHarness.Testing.Runs;

/// <summary>What a named step of a query answers for one case.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Row">The type of its rows.</param>
/// <param name="Rows">Its rows; empty where it failed.</param>
/// <param name="Failure">Why it cannot be run by itself; null where it can.</param>
sealed record StepRows(string Name, Type Row, IReadOnlyList<object> Rows, string? Failure);
