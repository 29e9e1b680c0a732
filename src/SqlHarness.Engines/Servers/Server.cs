using System.Globalization;
using LinqToDB;
using LinqToDB.DataProvider;
using SqlHarness.Engines.Dialects;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Servers;

/// <summary>What is particular about running on a server of a dialect. A server says only what differs from the ordinary: a schema of its own for the work, no transactions, SQL as the dialect prints it.</summary>
/// <param name="dialect">The dialect.</param>
class Server(Dialect dialect)
{
    /// <summary>The dialect, whose literals and types are used.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>The server of a dialect.</summary>
    /// <exception cref="EngineException">The dialect's engine is embedded.</exception>
    public static Server Of(Dialect dialect) => dialect switch
    {
        PostgreSqlDialect => new PostgreSqlServer(),
        MariaDbDialect => new MariaDbServer(),
        MySqlDialect => new MySqlServer(Dialect.MySql),
        ClickHouseDialect => new ClickHouseServer(),
        SqlServerDialect => new SqlServerServer(),
        BigQueryDialect => new BigQueryServer(),
        SqliteDialect => throw new EngineException("SQLite is embedded: Engine.Sqlite(file) runs on it."),
        DuckDbDialect => throw new EngineException("DuckDB is embedded: Engine.DuckDb(file) runs on it."),
        _ => new Server(dialect),
    };

    /// <summary>linq2db's provider for a driver's connections; null where there is none, and the text that the dialect prints is run.</summary>
    /// <param name="driver">The namespace of the driver's connections.</param>
    public virtual IDataProvider? Provider(string? driver) => null;

    /// <summary>What is set in each session, so that it answers as the contract says.</summary>
    public virtual IReadOnlyList<string> Settings => [];

    /// <summary>The oldest version that is known to answer as the contract says; null where there is one version.</summary>
    public virtual Version? Oldest => null;

    /// <summary>Asks for the version; null where the driver tells it.</summary>
    public virtual string? VersionQuery => null;

    /// <summary>Why a server of this version is another than was named, as the end of a sentence.</summary>
    public virtual string? IsAnother(string version) => null;

    /// <summary>Whether tables of a session are made; where not, they stand in a schema of the workspace's own.</summary>
    public virtual bool HasTemporaryTables => false;

    /// <summary>Whether linq2db calls a schema a database.</summary>
    public virtual bool SchemasAreDatabases => false;

    /// <summary>Makes a schema.</summary>
    public virtual string CreateSchema(string name) => $"CREATE SCHEMA {name}";

    /// <summary>Removes a schema with its tables.</summary>
    public virtual string DropSchema(string name) => $"DROP SCHEMA {name} CASCADE";

    /// <summary>Whether dropping a schema drops what stands in it.</summary>
    public virtual bool SchemasDropTheirTables => true;

    /// <summary>A temporary table's name, as statements name it.</summary>
    public virtual string TemporaryTable(string name) => Dialect.Table(name);

    /// <summary>Removes all rows of a table.</summary>
    public virtual string Clear(string table) => $"DELETE FROM {table}";

    /// <summary>What is run once rows are in a table; null for nothing.</summary>
    public virtual string? AfterLoad(string table) => null;

    /// <summary>Makes finding rows by a column fast; null where the server has no indexes.</summary>
    public virtual string? Index(string table, string name, string column) => null;

    /// <summary>Whether a failed load can be taken back.</summary>
    public virtual bool HasTransactions => false;

    /// <summary>The most rows of one INSERT.</summary>
    public virtual int RowsPerInsert => int.MaxValue;

    /// <summary>The most characters of one INSERT, roughly.</summary>
    public virtual int LengthOfInsert => 500_000;

    /// <summary>The collation that columns of text are made with; null where there is but one way to compare.</summary>
    public virtual string? Collation => null;

    /// <summary>A column of a table as it is, from what the driver says of it.</summary>
    public virtual ColumnType Described(ColumnType column) => column;

    /// <summary>The type that a column is made with.</summary>
    public virtual string ColumnType(DbDataType type, bool canBeNull) => Dialect.TypeOf(type);

    /// <summary>What stands behind CREATE TABLE's columns.</summary>
    public virtual string TableOptions => "";

    /// <summary>Puts a table in the place of another, in one step where the server has one.</summary>
    /// <param name="schema">The schema of both; null for the session's own.</param>
    /// <param name="made">The table.</param>
    /// <param name="target">Its place.</param>
    /// <param name="isTaken">Whether a table stands there.</param>
    public virtual IEnumerable<string> Replace(string? schema, string made, string target, bool isTaken) =>
        [.. isTaken ? [$"DROP TABLE {Dialect.Table(schema, target)}"] : Array.Empty<string>(), $"ALTER TABLE {Dialect.Table(schema, made)} RENAME TO {Dialect.Identifier(target)}"];

    /// <summary>A number that is not finite; null where the server stores none.</summary>
    public virtual string? NotFinite(double value) => null;

    /// <summary>Why a server of a version is refused, in a sentence; null where it is not.</summary>
    public string? Refusal(string version) => IsAnother(version) is { } another ? $"The server is not {Dialect.Title}: version {version} {another}."
        : Oldest is { } oldest && VersionIn(version) is { } number && number < oldest ? $"{Dialect.Title} {version} is too old: {oldest} is the first that answers as the contract says." : null;

    /// <summary>What the server's version is compared with <see cref="Oldest"/> by.</summary>
    public static Version? VersionIn(string text)
    {
        var digits = text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c == '.').ToArray();
        return Version.TryParse(new string(digits).Trim('.') is var number && number.Contains('.', StringComparison.Ordinal) ? number : number + ".0", out var version) ? version : null;
    }

    /// <summary>The plain type of a column's values.</summary>
    protected static Type Plain(DbDataType type)
    {
        var plain = Nullable.GetUnderlyingType(type.SystemType) ?? type.SystemType;
        return plain.IsEnum ? Enum.GetUnderlyingType(plain) : plain;
    }

    /// <summary>Precision and scale of a decimal column, as they are declared.</summary>
    protected static string Digits(DbDataType type) => string.Create(CultureInfo.InvariantCulture, $"({type.Precision ?? 38}, {type.Scale ?? 9})");
}
