namespace SqlHarness.Testing.Coverage;

/// <summary>Which cases reach which situation of a query.</summary>
/// <param name="Goals">The goals, level after level in the order in which one reads the query; each once.</param>
/// <param name="NotMeasured">What could not be measured.</param>
/// <param name="Cases">How many cases there were.</param>
/// <param name="Probes">How many statements were run.</param>
sealed record Covered(IReadOnlyList<CoveredGoal> Goals, IReadOnlyList<NotMeasured> NotMeasured, int Cases, int Probes)
{
    /// <summary>The goals that no case reaches.</summary>
    public IEnumerable<CoverageGoal> Missing => Goals.Where(g => g.IsMissing).Select(g => g.Goal);
}
