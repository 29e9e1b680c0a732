using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The text with A to Z in lower case and every other letter as it is: what is more differs by engine, language and version of Unicode.</summary>
    [Spelled("lower({0})", Sqlite, ClickHouse)]
    [Spelled("translate({0}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')", DuckDb, PostgreSql, Trino)]
    [Spelled("TRANSLATE({0}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')", BigQuery, Snowflake, Databricks)]
    [Spelled("TRANSLATE({0} " + TextSpellings.SqlServer + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')", SqlServer)]
    [Spelled(TextSpellings.MySqlLower, MySql, MariaDb)]
    public static string? LowerAscii(string? text) => text is null ? null : string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c));
}
