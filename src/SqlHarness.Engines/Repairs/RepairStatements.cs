using System.Globalization;
using SqlHarness.Comparisons;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Repairs;

/// <summary>The statements of a repair. A dialect says only what differs from DELETE … AS r, UPDATE … FROM, and INSERT … SELECT, which PostgreSQL, SQLite from 3.39, DuckDB and BigQuery take.</summary>
class RepairStatements
{
    // No more than a statement of any dialect takes.
    const int RowsPerInsert = 1000, LengthOfInsert = 500_000;

    /// <summary>The statements of a dialect.</summary>
    public static RepairStatements Of(Dialect dialect) => dialect switch
    {
        SqliteDialect => new RowIdStatements("BEGIN", "rowid"),
        DuckDbDialect => new RowIdStatements("BEGIN TRANSACTION", "rowid"),
        PostgreSqlDialect => new RowIdStatements("BEGIN", "ctid"),
        BigQueryDialect => new RepairStatements("BEGIN TRANSACTION", "COMMIT TRANSACTION"),
        MySqlDialect => new MySqlStatements(),
        SqlServerDialect => new SqlServerStatements(),
        ClickHouseDialect => new ClickHouseStatements(),
        SnowflakeDialect => new MergeStatements("BEGIN"),
        // Delta tables have a transaction for each statement; of Trino's connectors few have more.
        _ => new MergeStatements(null),
    };

    protected RepairStatements(string? begin, string end = "COMMIT") => (Begin, End) = (begin, end);

    /// <summary>Begins a transaction; null where there is none.</summary>
    public string? Begin { get; }

    /// <summary>Ends it.</summary>
    public string End { get; }

    /// <summary>Makes the right table equal to the left one.</summary>
    public virtual IEnumerable<string> OfTables(RepairedTables tables, bool isUnique)
    {
        yield return DeleteGone(tables);
        if (!isUnique)
            yield return DeleteRepeated(tables);
        if (tables.Others.Count > 0)
            yield return Update(tables);
        yield return $"INSERT INTO {tables.Right} ({tables.RightColumns})\nSELECT {tables.LeftValues} FROM {tables.Left} AS l\nWHERE NOT EXISTS (SELECT 1 FROM {tables.Right} AS r WHERE {tables.Match()})";
    }

    /// <summary>Makes rows as they are on the left.</summary>
    public IEnumerable<string> OfRows(RepairedRows table, IReadOnlyList<DifferingRow> rows)
    {
        var added = rows.Where(r => r.Change == RowChange.Added).ToList();
        if (table.IsUnique)
        {
            foreach (var row in added)
                yield return DeleteRow(table.Right, table.Where(row, byKey: true));
        }
        else
        {
            foreach (var copies in added.GroupBy(r => table.Where(r, byKey: false)))
                yield return DeleteCopies(table.Right, copies.Key, copies.Count());
        }

        foreach (var row in rows.Where(r => r.Change == RowChange.Modified))
            yield return UpdateRow(table.Right, table.Sets(row), table.Where(row, byKey: true));
        List<string> values = [];
        foreach (var row in rows.Where(r => r.Change == RowChange.Removed).Select(table.Values))
        {
            if (values.Count == RowsPerInsert || values.Sum(v => v.Length) + row.Length > LengthOfInsert && values.Count > 0)
            {
                yield return Insert(table, values);
                values = [];
            }

            values.Add(row);
        }

        if (values.Count > 0)
            yield return Insert(table, values);
    }

    protected virtual string Delete(string table, string condition) => $"DELETE FROM {table} AS r\nWHERE {condition}";

    protected virtual string DeleteGone(RepairedTables tables) => Delete(tables.Right, $"NOT EXISTS (SELECT 1 FROM {tables.Left} AS l WHERE {tables.Match()})");

    protected virtual string DeleteRepeated(RepairedTables tables) => Delete(tables.Right, $"EXISTS (SELECT 1 FROM ({tables.Repeated}) AS d WHERE {tables.MatchOfRight("d")})");

    protected virtual string Update(RepairedTables tables) => $"UPDATE {tables.Right} AS r\nSET {tables.Sets()}\nFROM {tables.Left} AS l\nWHERE {tables.Match()} AND ({tables.Differ})";

    protected virtual string DeleteRow(string table, string condition) => $"DELETE FROM {table} WHERE {condition}";

    protected virtual string UpdateRow(string table, string sets, string condition) => $"UPDATE {table} SET {sets} WHERE {condition}";

    /// <summary>Deletes some of the rows that a condition finds, which are equal. Where a dialect cannot, all are, and a comment says so.</summary>
    protected virtual string DeleteCopies(string table, string condition, int count) => string.Create(CultureInfo.InvariantCulture,
        $"-- Not run as it stands: of the rows that are equal to this one {count:N0} {(count == 1 ? "is" : "are")} too many, and the statement would delete all; insert as many again as are to stay.\n-- {DeleteRow(table, condition).ReplaceLineEndings("\n-- ")};");

    static string Insert(RepairedRows table, List<string> rows) => $"INSERT INTO {table.Right} ({table.Columns}) VALUES\n{string.Join(",\n", rows)}";
}
