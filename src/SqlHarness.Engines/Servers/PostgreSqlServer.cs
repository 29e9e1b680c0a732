using LinqToDB;
using LinqToDB.DataProvider;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers.Providers;

namespace SqlHarness.Engines.Servers;

/// <summary>
/// PostgreSQL, by Npgsql. Text has the collation "C", which is the order of code points (https://www.postgresql.org/docs/current/collation.html); before version 14 DISTINCT FROM and the
/// calendar's functions answer as later, but EXTRACT gives floating-point numbers, which lose microseconds (https://www.postgresql.org/docs/14/release-14.html). Without statistics of a new temporary
/// table it plans for a thousand rows, so they are taken after loading. It works on for a client that was killed unless it is told to look (https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-CLIENT-CONNECTION-CHECK-INTERVAL).
/// </summary>
sealed class PostgreSqlServer() : Server(Dialect.PostgreSql)
{
    public override IDataProvider? Provider(string? driver) => driver == "Npgsql" ? UtcPostgreSqlProvider.Instance : null;

    public override IReadOnlyList<string> Settings => ["SET TIME ZONE 'UTC'", "SET standard_conforming_strings = on", "SET client_min_messages = warning", "SET client_connection_check_interval = 5000"];

    public override Version Oldest { get; } = new(14, 0);

    public override bool HasTemporaryTables => true;

    public override bool HasTransactions => true;

    public override string Collation => "COLLATE \"C\"";

    public override string TemporaryTable(string name) => $"pg_temp.{Dialect.Identifier(name)}";

    public override string Clear(string table) => $"TRUNCATE TABLE {table}";

    public override string AfterLoad(string table) => $"ANALYZE {table}";

    public override string Index(string table, string name, string column) => $"CREATE INDEX {Dialect.Identifier(name)} ON {table} ({Dialect.Identifier(column)})";

    public override string ColumnType(DbDataType type, bool canBeNull) =>
        Plain(type) == typeof(Guid) ? "UUID" : Plain(type) == typeof(string) ? $"TEXT {Collation}" : base.ColumnType(type, canBeNull);

    public override IEnumerable<string> Replace(string? schema, string made, string target, bool isTaken) => [string.Join(";\n", base.Replace(schema, made, target, isTaken).Prepend("BEGIN").Append("COMMIT"))];

    public override string NotFinite(double value) => $"'{(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity")}'::DOUBLE PRECISION";
}
