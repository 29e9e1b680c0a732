using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>All repairs. One that changes no statement any more fails the tests.</summary>
static class Repairs
{
    // Text in balanced parentheses.
    public const string Balanced = @"((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!)))";

    public static readonly IReadOnlyList<Repair> All =
    [
        new([DialectNames.MySql, DialectNames.MariaDb, DialectNames.SqlServer], new(" COLLATE (utf8mb4_0900_bin|utf8mb4_nopad_bin|Latin1_General_100_BIN2_UTF8|Latin1_General_100_CI_AS_SC)"), "",
            "the collations order by code point, as DuckDB does without one; it knows none of their names"),
        new([DialectNames.MySql, DialectNames.MariaDb, DialectNames.Databricks], new(@"\bTIMESTAMPDIFF\(MICROSECOND, "), "date_diff('microsecond', ",
            "https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_timestampdiff: the second time less the first"),
        new([DialectNames.SqlServer], new(@"\bDATEDIFF_BIG\(MICROSECOND, "), "date_diff('microsecond', ", "https://learn.microsoft.com/en-us/sql/t-sql/functions/datediff-big-transact-sql"),
        new([DialectNames.SqlServer], new(@"\bVARCHAR\(MAX\)"), "VARCHAR", "a text of any length, which DuckDB's VARCHAR is"),
        new([DialectNames.Snowflake], new($@"\bCAST\({Balanced} AS DATE\)"), "CAST($1 AS TIMESTAMP)",
            "DATEDIFF of microseconds takes times as they are: https://docs.snowflake.com/en/sql-reference/functions/datediff; the statements have no dates"),
        new([DialectNames.BigQuery, DialectNames.Snowflake, DialectNames.MySql, DialectNames.MariaDb], new(@"\bINTERVAL (?!'|\d)(.+?) MICROSECOND\b"), "to_microseconds(CAST($1 AS BIGINT))",
            "DuckDB's INTERVAL takes an expression in parentheses only: https://duckdb.org/docs/stable/sql/data_types/interval"),
        new([DialectNames.SqlServer], new($@"\bINTERVAL (CAST\({Balanced}\)) (DAY|SECOND|MICROSECOND)\b"), "INTERVAL ($1) $3", "the same"),
        new([DialectNames.Trino], new($@"\b(?:TO_)?HEX\(MD5\((?:ENCODE|TO_UTF8)\({Balanced}\)\)\)"), "MD5($1)", "Trino's md5 gives 16 bytes (https://trino.io/docs/current/functions/binary.html#md5), DuckDB's their hex digits"),
        new([DialectNames.ClickHouse], new($@"(?<!TO_)\bHEX\(MD5\({Balanced}\)\)"), "MD5($1)", "the same: https://clickhouse.com/docs/sql-reference/functions/hash-functions#MD5"),
        new([DialectNames.BigQuery], new($@"\bTO_HEX\(MD5\({Balanced}\)\)"), "MD5($1)", "the same: https://cloud.google.com/bigquery/docs/reference/standard-sql/hash_functions#md5"),
        new([DialectNames.SqlServer], new($@"\bCONVERT\(TEXT\(32\), HASHBYTES\('MD5', {Balanced}\), 2\)"), "MD5($1)", "the same: https://learn.microsoft.com/en-us/sql/t-sql/functions/hashbytes-transact-sql"),
        new([DialectNames.BigQuery], new($@"\bEXTRACT\(DAYOFWEEK FROM {Balanced}\)"), "(EXTRACT(DOW FROM $1) + 1)",
            "Sunday is 1 (https://cloud.google.com/bigquery/docs/reference/standard-sql/timestamp_functions#extract), and 0 in DuckDB"),
        new([DialectNames.BigQuery], new(@" AS DECIMAL\)"), " AS DECIMAL(18, 6))", "NUMERIC has 9 digits after the point, of which the rows use 6, and DuckDB's DECIMAL 3: https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#decimal_types"),
        new([DialectNames.MySql, DialectNames.MariaDb], new(@" AS INT\)"), " AS BIGINT)", "SIGNED has 64 bits: https://dev.mysql.com/doc/refman/8.4/en/cast-functions.html#function_cast"),
        new([DialectNames.MySql, DialectNames.MariaDb], new("%H:%i"), "%H:%M", "minutes: https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_date-format"),
        new([DialectNames.MySql, DialectNames.MariaDb], new("%M:%s"), "%M:%S", "seconds, in the same place"),
        new([DialectNames.MySql, DialectNames.MariaDb], new(@"\bTIMESTAMPADD\(MICROSECOND, "), "timestampadd(", "a unit cannot be a macro's argument"),
        new([DialectNames.SqlServer], new(@"\bDATE_PART\((SECOND|MINUTE|HOUR|DAY|MONTH|YEAR), "), "DATE_PART('$1', ", "the part is a word in T-SQL (https://learn.microsoft.com/en-us/sql/t-sql/functions/datepart-transact-sql), and a text in DuckDB"),
        new([DialectNames.SqlServer], new(@"\bISNULL\("), "COALESCE(", "the translator makes it of COALESCE, and DuckDB reserves the word"),
        new([DialectNames.SqlServer], new(@" AS BIT\)"), " AS BOOLEAN)", "BIT is 0 or 1 (https://learn.microsoft.com/en-us/sql/t-sql/data-types/bit-transact-sql), DuckDB's a string of bits"),
        new([DialectNames.MySql, DialectNames.MariaDb], new(@"\bTIMESTAMP\("), "as_timestamp(",
            "MySQL's function TIMESTAMP (https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_timestamp) is a type in DuckDB; the macro casts"),
        new([DialectNames.PostgreSql, DialectNames.Trino, DialectNames.SqlServer], new(" / "), " // ",
            "the statements divide whole numbers alone, to whole ones: https://www.postgresql.org/docs/current/functions-math.html, https://trino.io/docs/current/functions/math.html, https://learn.microsoft.com/en-us/sql/t-sql/language-elements/divide-transact-sql"),
    ];
}
