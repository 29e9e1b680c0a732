using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>All repairs. One that changes no statement any more fails the tests.</summary>
static class Repairs
{
    // Text in balanced parentheses.
    const string Balanced = @"((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!)))";

    public static readonly IReadOnlyList<Repair> All =
    [
        new([DialectNames.MySql, DialectNames.MariaDb, DialectNames.SqlServer], new(" COLLATE (utf8mb4_0900_bin|utf8mb4_nopad_bin|Latin1_General_100_BIN2_UTF8)"), "",
            "the collations order by code point, as DuckDB does without one; it knows none of their names"),
        new([DialectNames.MySql, DialectNames.MariaDb, DialectNames.Databricks], new(@"\bTIMESTAMPDIFF\(MICROSECOND, "), "date_diff('microsecond', ",
            "https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_timestampdiff: the second time less the first"),
        new([DialectNames.SqlServer], new(@"\bDATEDIFF_BIG\(MICROSECOND, "), "date_diff('microsecond', ", "https://learn.microsoft.com/en-us/sql/t-sql/functions/datediff-big-transact-sql"),
        new([DialectNames.SqlServer], new(@"\bVARCHAR\(MAX\)"), "VARCHAR", "a text of any length, which DuckDB's VARCHAR is"),
        new([DialectNames.Snowflake], new($@"\bCAST\({Balanced} AS DATE\)"), "CAST($1 AS TIMESTAMP)",
            "DATEDIFF of microseconds takes times as they are: https://docs.snowflake.com/en/sql-reference/functions/datediff; the statements have no dates"),
        new([DialectNames.BigQuery, DialectNames.MySql, DialectNames.MariaDb], new(@"\bINTERVAL (?!'|\d)(.+?) MICROSECOND\b"), "to_microseconds(CAST($1 AS BIGINT))",
            "DuckDB's INTERVAL takes an expression in parentheses only: https://duckdb.org/docs/stable/sql/data_types/interval"),
        new([DialectNames.Trino], new($@"\bHEX\(MD5\(ENCODE\({Balanced}\)\)\)"), "MD5($1)", "Trino's md5 gives 16 bytes (https://trino.io/docs/current/functions/binary.html#md5), DuckDB's their hex digits"),
        new([DialectNames.MySql, DialectNames.MariaDb], new(@"\bTIMESTAMP\("), "as_timestamp(",
            "MySQL's function TIMESTAMP (https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_timestamp) is a type in DuckDB; the macro casts"),
        new([DialectNames.PostgreSql], new(@"(\S+) / 86400000000 \*"), "$1 // 86400000000 *", "whole numbers are divided to whole ones: https://www.postgresql.org/docs/current/functions-math.html"),
    ];
}
