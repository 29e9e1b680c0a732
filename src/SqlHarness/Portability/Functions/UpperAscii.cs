using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The text with a to z in upper case and every other letter as it is.</summary>
    [Spelled("upper({0})", Sqlite, ClickHouse)]
    [Spelled("translate({0}, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')", DuckDb, PostgreSql, Trino)]
    [Spelled("TRANSLATE({0}, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')", BigQuery, Snowflake, Databricks)]
    [Spelled("TRANSLATE({0} " + TextSpellings.SqlServer + ", 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')", SqlServer)]
    [Spelled(TextSpellings.MySqlUpper, MySql, MariaDb)]
    public static string? UpperAscii(string? text) => text is null ? null : string.Concat(text.Select(c => c is >= 'a' and <= 'z' ? (char)(c & ~0x20) : c));
}
