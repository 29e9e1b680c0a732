using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

public sealed class BigQueryTests(ITestOutputHelper output) : StatementTests(DialectNames.BigQuery, output);

public sealed class ClickHouseTests(ITestOutputHelper output) : StatementTests(DialectNames.ClickHouse, output);

public sealed class DatabricksTests(ITestOutputHelper output) : StatementTests(DialectNames.Databricks, output);

public sealed class DuckDbTests(ITestOutputHelper output) : StatementTests(DialectNames.DuckDb, output);

public sealed class MariaDbTests(ITestOutputHelper output) : StatementTests(DialectNames.MariaDb, output);

public sealed class MySqlTests(ITestOutputHelper output) : StatementTests(DialectNames.MySql, output);

public sealed class PostgreSqlTests(ITestOutputHelper output) : StatementTests(DialectNames.PostgreSql, output);

public sealed class SnowflakeTests(ITestOutputHelper output) : StatementTests(DialectNames.Snowflake, output);

public sealed class SqliteTests(ITestOutputHelper output) : StatementTests(DialectNames.Sqlite, output);

public sealed class SqlServerTests(ITestOutputHelper output) : StatementTests(DialectNames.SqlServer, output);

public sealed class TrinoTests(ITestOutputHelper output) : StatementTests(DialectNames.Trino, output);
