namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>What the bridge answers: values as text, since JSON's numbers would not keep all of them.</summary>
sealed record GoogleSqlAnswer(IReadOnlyList<GoogleSqlColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);
