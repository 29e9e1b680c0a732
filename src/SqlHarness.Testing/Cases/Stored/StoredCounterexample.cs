namespace SqlHarness.Testing.Cases.Stored;

/// <summary>A case that once failed, as its file tells it.</summary>
/// <param name="Comment">What it shows and where it came from; lines are parted by \n.</param>
/// <param name="Rows">The rows.</param>
sealed record StoredCounterexample(string Comment, InputCase Rows);
