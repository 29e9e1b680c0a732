using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The last 48 bits of a text's MD5 as a whole number that fits every engine's integers and sums: 173246365812114 for <c>hello</c>.</summary>
    [Spelled("md5_low48({0})", Sqlite)]
    [Spelled("CAST('0x' || substr(md5({0}), 21) AS BIGINT)", DuckDb)]
    [Spelled("CAST(CONCAT('0x', SUBSTR(TO_HEX(MD5({0})), 21)) AS INT64)", BigQuery)]
    [Spelled("BITAND(MD5_NUMBER_LOWER64({0}), 281474976710655)", Snowflake)]
    [Spelled("CAST(CONV(SUBSTR(MD5({0}), 21), 16, 10) AS BIGINT)", Databricks)]
    [Spelled("CAST(CONV(SUBSTR(MD5({0}), 21), 16, 10) AS SIGNED)", MySql, MariaDb)]
    [Spelled("CAST(CAST('x' || SUBSTR(md5({0}), 21) AS BIT(48)) AS BIGINT)", PostgreSql)]
    [Spelled("from_base(substr(to_hex(md5(to_utf8({0}))), 21), 16)", Trino)]
    [Spelled("toInt64(reinterpretAsUInt64(reverse(substring(MD5({0}), 11, 6))))", ClickHouse)]
    [Spelled("CONVERT(BIGINT, SUBSTRING(HASHBYTES('MD5', CAST({0} " + TextSpellings.SqlServer + " AS VARCHAR(MAX))), 11, 6))", SqlServer)]
    public static long? Md5Low48(string? text) => Md5(text) is { } digest ? long.Parse(digest.AsSpan(20), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) : null;
}
