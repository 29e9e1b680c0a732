namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>What the bridge answers to a statement that failed: GoogleSQL's message.</summary>
sealed record GoogleSqlFailure(string Error);
