namespace SqlHarness.Cli.Sessionize;

/// <summary>Events without a session; one without a user counts there, whether it has a time or not.</summary>
sealed record EventsWithoutSession(long NullUser, long NullTime);
