using LinqToDB;
using LinqToDB.DataProvider;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers.Providers;

namespace SqlHarness.Engines.Servers;

/// <summary>
/// SQL Server, by Microsoft.Data.SqlClient. Never run by this project's own tests. A temporary table's name begins with #; VALUES takes at most 1000 rows
/// (https://learn.microsoft.com/en-us/sql/t-sql/queries/table-value-constructor-transact-sql#limitations-and-restrictions). Text has the collation Latin1_General_100_BIN2_UTF8, which still ignores trailing
/// blanks when it compares for equality (https://learn.microsoft.com/en-us/sql/t-sql/language-elements/string-comparison-assignment): queries that compare texts are refused.
/// </summary>
sealed class SqlServerServer() : Server(Dialect.SqlServer)
{
    public override IDataProvider? Provider(string? driver) => driver == "Microsoft.Data.SqlClient" ? UtcSqlServerProvider.Instance : null;

    public override Version Oldest { get; } = new(16, 0);

    public override bool HasTemporaryTables => true;

    public override bool HasTransactions => true;

    public override int RowsPerInsert => 1000;

    public override string Collation => "COLLATE Latin1_General_100_BIN2_UTF8";

    public override bool SchemasDropTheirTables => false;

    public override string DropSchema(string name) => $"DROP SCHEMA {name}";

    public override IEnumerable<string> Replace(string? schema, string made, string target, bool isTaken) =>
        [$"BEGIN TRANSACTION; {(isTaken ? $"DROP TABLE {Dialect.Table(schema, target)}; " : "")}EXEC sp_rename {Dialect.Text(Dialect.Table(schema, made))}, {Dialect.Text(target)}; COMMIT"];

    public override string TemporaryTable(string name) => Dialect.Quoted($"#{name}");

    public override string Clear(string table) => $"TRUNCATE TABLE {table}";

    public override string Index(string table, string name, string column) => $"CREATE INDEX {Dialect.Identifier(name)} ON {table} ({Dialect.Identifier(column)})";

    public override string ColumnType(DbDataType type, bool canBeNull) => Type.GetTypeCode(Plain(type)) switch
    {
        TypeCode.String or TypeCode.Char => $"NVARCHAR(MAX) {Collation}",
        _ when Plain(type) == typeof(Guid) => $"CHAR(36) {Collation}",
        _ => base.ColumnType(type, canBeNull),
    };
}
