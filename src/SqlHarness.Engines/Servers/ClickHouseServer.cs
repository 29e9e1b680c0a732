using LinqToDB;
using LinqToDB.DataProvider;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers.Providers;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Servers;

/// <summary>
/// ClickHouse, by ClickHouse.Driver. Its HTTP interface has no session, so the work has a database of its own; a table without an engine is refused, and MergeTree without keys keeps rows as they come.
/// A column is NOT NULL unless its type says Nullable. DateTime64(6) reaches from 1900 to 2299 (https://clickhouse.com/docs/sql-reference/data-types/datetime64).
/// </summary>
sealed class ClickHouseServer() : Server(Dialect.ClickHouse)
{
    public override IDataProvider? Provider(string? driver) => driver is "ClickHouse.Driver.ADO" ? UtcClickHouseProvider.Instance : null;

    public override Version Oldest { get; } = new(24, 3);

    // The driver tells none.
    public override string VersionQuery => "SELECT version()";

    public override bool SchemasAreDatabases => true;

    public override string CreateSchema(string name) => $"CREATE DATABASE {name}";

    public override string DropSchema(string name) => $"DROP DATABASE {name}";

    public override string Clear(string table) => $"TRUNCATE TABLE {table}";

    public override string TableOptions => " ENGINE = MergeTree ORDER BY tuple()";

    public override IEnumerable<string> Replace(string? schema, string made, string target, bool isTaken)
    {
        var (from, to) = (Dialect.Table(schema, made), Dialect.Table(schema, target));
        return isTaken ? [$"EXCHANGE TABLES {from} AND {to}", $"DROP TABLE {from}"] : [$"RENAME TABLE {from} TO {to}"];
    }

    public override string ColumnType(DbDataType type, bool canBeNull)
    {
        var nullable = Type.GetTypeCode(Plain(type)) == TypeCode.Decimal ? $"Nullable(Decimal{Digits(type)})" : base.ColumnType(type, canBeNull);
        return canBeNull ? nullable : nullable["Nullable(".Length..^1];
    }

    // The driver has a type of its own for decimals, and names them by their width: Nullable(Decimal64(2)).
    public override ColumnType Described(ColumnType column)
    {
        var said = column.DatabaseType ?? "";
        var described = column with { IsNullable = said.StartsWith("Nullable(", StringComparison.Ordinal) || said.StartsWith("LowCardinality(Nullable(", StringComparison.Ordinal) };
        var plain = described.IsNullable ? said["Nullable(".Length..^1] : said;
        if (!plain.StartsWith("Decimal", StringComparison.Ordinal) || plain.Split('(', ')') is not [var width, var scale, ..])
            return described;
        var digits = width["Decimal".Length..] switch { "32" => 9, "64" => 18, "128" => 38, _ => 76 };
        return described with { Type = typeof(decimal), DatabaseType = FormattableString.Invariant($"Decimal({digits}, {scale})") };
    }

    public override string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}
