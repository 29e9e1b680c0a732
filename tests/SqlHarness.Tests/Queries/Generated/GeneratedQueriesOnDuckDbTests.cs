namespace SqlHarness.Tests.Queries.Generated;

public sealed class GeneratedQueriesOnDuckDbTests(ITestOutputHelper output) : GeneratedQueryTests("duckdb", output);
