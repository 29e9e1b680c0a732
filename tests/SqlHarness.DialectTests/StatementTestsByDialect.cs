using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

public sealed class BigQueryTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.BigQuery, output);

public sealed class ClickHouseTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.ClickHouse, output);

public sealed class DatabricksTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.Databricks, output);

public sealed class DuckDbTests(ITestOutputHelper output) : StatementTests(DialectNames.DuckDb, output);

public sealed class MariaDbTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.MariaDb, output);

public sealed class MySqlTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.MySql, output);

public sealed class PostgreSqlTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.PostgreSql, output);

public sealed class SnowflakeTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.Snowflake, output);

public sealed class SqliteTests(ITestOutputHelper output) : StatementTests(DialectNames.Sqlite, output);

public sealed class SqlServerTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.SqlServer, output);

public sealed class TrinoTests(ITestOutputHelper output) : TranslatedStatementTests(DialectNames.Trino, output);
