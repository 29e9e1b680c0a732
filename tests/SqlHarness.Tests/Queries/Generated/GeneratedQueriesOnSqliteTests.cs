namespace SqlHarness.Tests.Queries.Generated;

public sealed class GeneratedQueriesOnSqliteTests(ITestOutputHelper output) : GeneratedQueryTests("sqlite", output);
