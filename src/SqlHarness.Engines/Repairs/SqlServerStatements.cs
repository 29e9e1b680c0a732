using System.Globalization;

namespace SqlHarness.Engines.Repairs;

/// <summary>
/// SQL Server: DELETE and UPDATE name the alias that FROM gives (https://learn.microsoft.com/en-us/sql/t-sql/queries/update-transact-sql), TOP deletes some rows, and without XACT_ABORT the statements behind one that fails
/// are run and kept (https://learn.microsoft.com/en-us/sql/t-sql/statements/set-xact-abort-transact-sql).
/// </summary>
sealed class SqlServerStatements() : RepairStatements("SET XACT_ABORT ON;\nBEGIN TRANSACTION")
{
    protected override string Delete(string table, string condition) => $"DELETE r FROM {table} AS r\nWHERE {condition}";

    protected override string Update(RepairedTables tables) => $"UPDATE r\nSET {tables.Sets()}\nFROM {tables.Right} AS r\nJOIN {tables.Left} AS l ON {tables.Match()}\nWHERE {tables.Differ}";

    protected override string DeleteCopies(string table, string condition, int count) => string.Create(CultureInfo.InvariantCulture, $"DELETE TOP ({count}) FROM {table} WHERE {condition}");
}
