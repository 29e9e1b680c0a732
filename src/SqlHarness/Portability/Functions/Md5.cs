using System.Security.Cryptography;
using System.Text;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The MD5 of a text's UTF-8 bytes, as 32 hexadecimal digits in lower case. A fingerprint to match rows by, not a protection.</summary>
    // SQLite has none of its own: the engine gives each connection this function.
    [Spelled("md5({0})", Sqlite, DuckDb, PostgreSql, Databricks)]
    [Spelled("MD5({0})", Snowflake, MySql, MariaDb)]
    [Spelled("TO_HEX(MD5({0}))", BigQuery)]
    [Spelled("lower(to_hex(md5(to_utf8({0}))))", Trino)]
    [Spelled("lower(hex(MD5({0})))", ClickHouse)]
    [Spelled("LOWER(CONVERT(VARCHAR(32), HASHBYTES('MD5', CAST({0} " + TextSpellings.SqlServer + " AS VARCHAR(MAX))), 2))", SqlServer)]
#pragma warning disable CA5351 // The digest that every engine has; nothing is kept secret by it.
    public static string? Md5(string? text) => text is null ? null : Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
