using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Repairs;

/// <summary>
/// ClickHouse, by mutations (https://clickhouse.com/docs/sql-reference/statements/alter/delete, https://clickhouse.com/docs/sql-reference/statements/alter/update), each waited for. They see no other row
/// than their own but in a sub-query that stands alone, so that rows which differ are deleted as wholes and inserted anew. NULL is in no list, so that a cell that can be NULL is a pair there.
/// </summary>
sealed class ClickHouseStatements() : RepairStatements(null)
{
    const string Waited = " SETTINGS mutations_sync = 2";

    public override IEnumerable<string> OfTables(RepairedTables tables, bool isUnique)
    {
        yield return DeleteRow(tables.Right, $"{Cells(tables, tables.Columns, c => c.Right)} NOT IN (SELECT {Cells(tables, tables.Columns, c => c.Left)} FROM {tables.Left})");
        if (!isUnique)
            yield return DeleteRow(tables.Right, $"{Cells(tables, tables.Key, c => c.Right)} IN ({Repeated(tables, tables.Left, c => c.Left)} {tables.Dialect.Union} {Repeated(tables, tables.Right, c => c.Right)})");
        yield return $"INSERT INTO {tables.Right} ({tables.RightColumns})\nSELECT {tables.LeftValues} FROM {tables.Left} AS l\nWHERE {Cells(tables, tables.Key, c => c.Left)} NOT IN (SELECT {Cells(tables, tables.Key, c => c.Right)} FROM {tables.Right})";
    }

    protected override string DeleteRow(string table, string condition) => $"ALTER TABLE {table} DELETE WHERE {condition}{Waited}";

    protected override string UpdateRow(string table, string sets, string condition) => $"ALTER TABLE {table} UPDATE {sets} WHERE {condition}{Waited}";

    static string Repeated(RepairedTables tables, string table, Func<ComparedColumn, ColumnType> of) =>
        $"SELECT {Cells(tables, tables.Key, of)} FROM {table} GROUP BY {string.Join(", ", tables.Key.Select(c => tables.Dialect.Identifier(of(c).Name)))} HAVING COUNT(*) > 1";

    static string Cells(RepairedTables tables, IReadOnlyList<ComparedColumn> columns, Func<ComparedColumn, ColumnType> of) =>
        $"tuple({string.Join(", ", columns.SelectMany(c => Cell(c, tables.Dialect.Identifier(of(c).Name))))})";

    static IEnumerable<string> Cell(ComparedColumn column, string name) =>
        column.Left.IsNullable || column.Right.IsNullable ? [$"isNull({name})", $"ifNull(toString({name}), '')"] : column.Left.Type == column.Right.Type ? [name] : [$"toString({name})"];
}
