using LinqToDB;
using LinqToDB.DataProvider;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers.Providers;

namespace SqlHarness.Engines.Servers;

/// <summary>
/// MySQL, by MySqlConnector. A temporary table cannot be read twice in one statement (https://dev.mysql.com/doc/refman/8.4/en/temporary-table-problems.html), so the work has a schema of its own. Text has
/// the collation utf8mb4_0900_bin: code points, case, accents and trailing blanks count. The session's modes are set, since with NO_BACKSLASH_ESCAPES a literal means another text, and without the
/// strict modes a value that does not fit is cut.
/// </summary>
/// <param name="dialect">MySQL, or MariaDB.</param>
class MySqlServer(Dialect dialect) : Server(dialect)
{
    public override IDataProvider? Provider(string? driver) => driver == "MySqlConnector" ? UtcMySqlProvider.MySql : null;

    public override IReadOnlyList<string> Settings =>
    [
        $"SET NAMES utf8mb4 {Collation}", "SET SESSION time_zone = '+00:00'", "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    ];

    public override Version? Oldest { get; } = new(8, 0, 17);

    public override string? IsAnother(string version) => version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? "is MariaDB: name it mariadb" : null;

    // The driver tells the version that MariaDB pretends to be.
    public override string VersionQuery => "SELECT version()";

    public override bool SchemasAreDatabases => true;

    public override bool HasTransactions => true;

    public override string? Collation => "COLLATE utf8mb4_0900_bin";

    public override string DropSchema(string name) => $"DROP DATABASE {name}";

    // A failed CREATE … AS would leave a table that nobody knows of: indexes are made apart, on tables that are there.
    public override string Index(string table, string name, string column) => $"CREATE INDEX {Dialect.Identifier(name)} ON {table} ({Dialect.Identifier(column)})";

    public override IEnumerable<string> Replace(string? schema, string made, string target, bool isTaken)
    {
        var (from, to, aside) = (Dialect.Table(schema, made), Dialect.Table(schema, target), Dialect.Table(schema, made + "_old"));
        return isTaken ? [$"RENAME TABLE {to} TO {aside}, {from} TO {to}", $"DROP TABLE {aside}"] : [$"RENAME TABLE {from} TO {to}"];
    }

    public override string ColumnType(DbDataType type, bool canBeNull) => Type.GetTypeCode(Plain(type)) switch
    {
        TypeCode.Boolean => "BOOLEAN",
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 => "INT",
        TypeCode.UInt32 or TypeCode.Int64 => "BIGINT",
        TypeCode.Decimal => "DECIMAL" + Digits(type),
        TypeCode.String or TypeCode.Char => $"LONGTEXT CHARACTER SET utf8mb4 {Collation}",
        _ when Plain(type) == typeof(Guid) => $"CHAR(36) CHARACTER SET utf8mb4 {Collation}",
        _ => base.ColumnType(type, canBeNull),
    };
}
