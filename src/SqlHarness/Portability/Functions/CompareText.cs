using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>−1, 0 or 1: the order of two texts by code point. Neither may be NULL.</summary>
    [Spelled("(CASE WHEN {0} < {1} THEN -1 WHEN {0} = {1} THEN 0 ELSE 1 END)", Sqlite, DuckDb, BigQuery, Snowflake, Databricks, Trino, ClickHouse)]
    [Spelled("(CASE WHEN {0} " + TextSpellings.PostgreSql + " < {1} THEN -1 WHEN {0} = {1} THEN 0 ELSE 1 END)", PostgreSql)]
    [Spelled("(CASE WHEN {0} " + TextSpellings.MySql + " < {1} THEN -1 WHEN {0} " + TextSpellings.MySql + " = {1} THEN 0 ELSE 1 END)", MySql)]
    [Spelled("(CASE WHEN {0} " + TextSpellings.MariaDb + " < {1} THEN -1 WHEN {0} " + TextSpellings.MariaDb + " = {1} THEN 0 ELSE 1 END)", MariaDb)]
    [Spelled("(CASE WHEN {0} " + TextSpellings.SqlServer + " < {1} THEN -1 WHEN {0} " + TextSpellings.SqlServer + " = {1} THEN 0 ELSE 1 END)", SqlServer)]
    public static int CompareText(string left, string right) => Math.Sign(Tables.CodePointOrder.Instance.Compare(left, right));
}
