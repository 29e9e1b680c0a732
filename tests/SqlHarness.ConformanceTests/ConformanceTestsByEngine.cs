namespace SqlHarness.ConformanceTests;

// A class for each engine, so that they run side by side.
public sealed class SqliteConformanceTests(ITestOutputHelper output) : ConformanceTests("sqlite", output);

public sealed class DuckDbConformanceTests(ITestOutputHelper output) : ConformanceTests("duckdb", output);

public sealed class PostgreSqlConformanceTests(ITestOutputHelper output) : ConformanceTests("postgresql", output);

public sealed class PostgreSqlPrintedConformanceTests(ITestOutputHelper output) : ConformanceTests("postgresql (printed)", output);

public sealed class MariaDbConformanceTests(ITestOutputHelper output) : ConformanceTests("mariadb", output);

public sealed class MariaDbPrintedConformanceTests(ITestOutputHelper output) : ConformanceTests("mariadb (printed)", output);

public sealed class ClickHouseConformanceTests(ITestOutputHelper output) : ConformanceTests("clickhouse", output);

public sealed class ClickHousePrintedConformanceTests(ITestOutputHelper output) : ConformanceTests("clickhouse (printed)", output);


public sealed class BigQueryConformanceTests(ITestOutputHelper output) : ConformanceTests("bigquery", output);
