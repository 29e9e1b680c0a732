namespace SqlHarness.Testing.Coverage;

/// <summary>Part of a query whose situations could not be counted. It is never taken for reached.</summary>
/// <param name="Level">The step or SELECT.</param>
/// <param name="Place">What of it.</param>
/// <param name="Reason">Why, in a sentence.</param>
sealed record NotMeasured(string Level, string Place, string Reason);
