namespace SqlHarness.Testing.Coverage;

/// <summary>A situation of a query that some case should reach.</summary>
/// <param name="Level">The step or SELECT that it is about, by its name.</param>
/// <param name="Place">The operator, as text: <c>Amount >= 100</c>.</param>
/// <param name="What">What happens there: <c>exactly</c>.</param>
sealed record CoverageGoal(string Level, string Place, string What)
{
    /// <summary>What it is called where it is waived; it says level, place and situation, and so changes only with the query.</summary>
    public string Id => $"{Level}: {Place}: {What}";
}
