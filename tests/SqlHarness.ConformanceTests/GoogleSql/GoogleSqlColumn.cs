namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>A column of an answer, with BigQuery's name of its type, by which its text is read.</summary>
sealed record GoogleSqlColumn(string Name, string Type);
