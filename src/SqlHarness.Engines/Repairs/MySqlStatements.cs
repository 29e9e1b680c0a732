using System.Globalization;

namespace SqlHarness.Engines.Repairs;

/// <summary>
/// MySQL and MariaDB: a table has another name in DELETE only in the form that takes several (https://dev.mysql.com/doc/refman/8.4/en/delete.html, https://mariadb.com/kb/en/delete/), and UPDATE joins
/// (https://dev.mysql.com/doc/refman/8.4/en/update.html).
/// </summary>
sealed class MySqlStatements() : RepairStatements("START TRANSACTION")
{
    protected override string Delete(string table, string condition) => $"DELETE r FROM {table} AS r\nWHERE {condition}";

    protected override string Update(RepairedTables tables) => $"UPDATE {tables.Right} AS r\nJOIN {tables.Left} AS l ON {tables.Match()}\nSET {tables.Sets("r.")}\nWHERE {tables.Differ}";

    protected override string DeleteCopies(string table, string condition, int count) => string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {table} WHERE {condition} LIMIT {count}");
}
