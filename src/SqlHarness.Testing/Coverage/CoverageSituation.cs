namespace SqlHarness.Testing.Coverage;

/// <summary>A situation of a query.</summary>
/// <param name="Id">Its name, by which it is said to be out of reach.</param>
/// <param name="Level">The step of the query.</param>
/// <param name="Place">The operator: <c>Amount >= 100</c>.</param>
/// <param name="What">What happens there: <c>exactly</c>.</param>
/// <param name="Cases">How many cases reach it.</param>
/// <param name="Example">One of them, as tables; null where there is none.</param>
/// <param name="OutOfReach">Why no case can reach it, where that was said.</param>
public sealed record CoverageSituation(string Id, string Level, string Place, string What, int Cases, string? Example, string? OutOfReach);
