namespace SqlHarness.Testing.Coverage;

/// <summary>A goal and the cases that reach it.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Cases">The numbers of these cases, ascending; none where it is missing.</param>
sealed record CoveredGoal(CoverageGoal Goal, IReadOnlyList<int> Cases)
{
    /// <summary>Whether no case reaches it.</summary>
    public bool IsMissing => Cases.Count == 0;
}
