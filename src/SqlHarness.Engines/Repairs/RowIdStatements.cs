using System.Globalization;

namespace SqlHarness.Engines.Repairs;

/// <summary>
/// Where each row has an address, by which one of several equal rows is deleted: SQLite's and DuckDB's rowid (https://www.sqlite.org/lang_createtable.html#rowid,
/// https://duckdb.org/docs/stable/sql/statements/select#row-ids), PostgreSQL's ctid (https://www.postgresql.org/docs/current/ddl-system-columns.html). SQLite's tables WITHOUT ROWID have none, but a key.
/// </summary>
/// <param name="begin">Begins a transaction.</param>
/// <param name="address">The column's name.</param>
sealed class RowIdStatements(string begin, string address) : RepairStatements(begin)
{
    protected override string DeleteCopies(string table, string condition, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {table} WHERE {address} IN (SELECT {address} FROM {table} WHERE {condition} LIMIT {count})");
}
