namespace SqlHarness.Engines.Repairs;

/// <summary>
/// Snowflake, Databricks and Trino, by MERGE: UPDATE … FROM is Snowflake's alone, and Trino's DELETE takes no other name for its table (https://docs.snowflake.com/en/sql-reference/sql/merge,
/// https://docs.databricks.com/en/sql/language-manual/delta-merge-into.html, https://trino.io/docs/current/sql/merge.html).
/// </summary>
/// <param name="begin">Begins a transaction; null where there is none.</param>
sealed class MergeStatements(string? begin) : RepairStatements(begin)
{
    protected override string DeleteGone(RepairedTables tables) => Merge(tables, tables.Gone);

    protected override string DeleteRepeated(RepairedTables tables) => Merge(tables, tables.Repeated);

    protected override string Update(RepairedTables tables) =>
        $"MERGE INTO {tables.Right} AS r\nUSING {tables.Left} AS l\nON {tables.Match()}\nWHEN MATCHED AND ({tables.Differ}) THEN UPDATE SET {tables.Sets()}";

    static string Merge(RepairedTables tables, string keys) => $"MERGE INTO {tables.Right} AS r\nUSING ({keys}) AS d\nON {tables.MatchOfRight("d")}\nWHEN MATCHED THEN DELETE";
}
