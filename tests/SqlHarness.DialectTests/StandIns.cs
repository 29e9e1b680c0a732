using SqlHarness.Engines;
using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>Macros for functions of a dialect that the translator leaves as they are, though DuckDB has none of that name. Each is what the dialect's manual says of the function.</summary>
static class StandIns
{
    // NULL where one is; DuckDB's pass over NULL.
    static readonly string[] StrictExtremes =
        ["greatest(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN a > b THEN a ELSE b END", "least(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN a < b THEN a ELSE b END"];

    const string StrictConcat = "concat(a, b) AS a || b, (a, b, c) AS a || b || c, (a, b, c, d) AS a || b || c || d, (a, b, c, d, e) AS a || b || c || d || e, (a, b, c, d, e, f) AS a || b || c || d || e || f";

    const string Hexadecimal = "AS CAST(('0x' || x) AS BIGINT)";

    static readonly string[] OfMySql =
    [
        .. StrictExtremes, StrictConcat,
        "ascii_letters(x, size) AS CASE size WHEN 'lower' THEN translate(x, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') ELSE translate(x, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') END",
        "timestampadd(n, x) AS x + to_microseconds(CAST(n AS BIGINT))",
        "as_timestamp(x) AS CAST(x AS TIMESTAMP)", "locate(part, x) AS strpos(x, part)", "date_format(x, f) AS strftime(x, replace(replace(f, '%i', '%M'), '%s', '%S'))",
        "char_length(x) AS length(x)", "weekday(x) AS isodow(x) - 1", $"conv(x, a, b) {Hexadecimal}",
    ];

    static readonly Dictionary<string, string[]> Macros = new()
    {
        [DialectNames.BigQuery] = [.. StrictExtremes, StrictConcat],
        [DialectNames.ClickHouse] =
        [
            StrictConcat, "upper(x) AS translate(x, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')", "lower(x) AS translate(x, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')",
            "intdivornull(a, b) AS a // nullif(b, 0)", "moduloornull(a, b) AS a % nullif(b, 0)", "toint64(x) AS CAST(x AS BIGINT)", "todecimal128(x, p) AS CAST(x AS DECIMAL(38, 9))",
            "todatetime64(x, p, z) AS CAST(x AS TIMESTAMP)", "makedatetime64(y, mo, d, h, mi, s, f, p, z) AS make_timestamp(y, mo, d, h, mi, s)", "fromunixtimestamp64micro(x, z) AS make_timestamp(CAST(x AS BIGINT))",
            "tounixtimestamp64micro(x) AS epoch_us(x)", "addmicroseconds(x, n) AS x + to_microseconds(CAST(n AS BIGINT))",
            "toyear(x) AS year(x)", "tomonth(x) AS month(x)", "todayofmonth(x) AS day(x)", "tohour(x) AS hour(x)", "tominute(x) AS minute(x)", "tosecond(x) AS second(x)", "todayofweek(x) AS isodow(x)", "todayofyear(x) AS dayofyear(x)",
            "todecimal64(x, p) AS CAST(x AS DECIMAL(18, 6))", "tostring(x) AS CAST(x AS VARCHAR)", "tonullable(x) AS x", "intdiv(a, b) AS a // b", "positivemodulo(a, b) AS ((a % b) + b) % b",
            "replaceall(x, a, b) AS replace(x, a, b)", "substringutf8(x, a, n) AS substring(x, CAST(a AS BIGINT), CAST(n AS BIGINT))", "lengthutf8(x) AS length(x)", "endswith(x, y) AS ends_with(x, y)", "startswith(x, y) AS starts_with(x, y)",
        ],
        [DialectNames.Databricks] = [StrictConcat, "weekday(x) AS isodow(x) - 1", $"conv(x, a, b) {Hexadecimal}", "timestamp_micros(x) AS make_timestamp(CAST(x AS BIGINT))", "unix_micros(x) AS epoch_us(CAST(x AS TIMESTAMP))", "startswith(x, y) AS starts_with(x, y)", "endswith(x, y) AS ends_with(x, y)"],
        [DialectNames.MariaDb] = OfMySql,
        [DialectNames.MySql] = OfMySql,
        [DialectNames.Snowflake] =
        [
            "md5_number_lower64(x) AS CAST(('0x' || substr(md5(x), 17, 16)) AS UBIGINT)", "to_timestamp_ntz(x) AS CAST(x AS TIMESTAMP), (x, scale) AS make_timestamp(CAST(x AS BIGINT))",
            "startswith(x, y) AS starts_with(x, y)", "endswith(x, y) AS ends_with(x, y)",
        ],
        [DialectNames.SqlServer] = ["datalength(x) AS strlen(x)", "charindex(part, x) AS strpos(x, part)"],
        [DialectNames.Trino] = [.. StrictExtremes, $"from_base(x, n) {Hexadecimal}", "from_unixtime_nanos(x) AS make_timestamp(CAST(x // 1000 AS BIGINT))", "to_utf8(x) AS encode(x)"],
    };

    public static async Task CreateAsync(Workspace workspace, string dialect)
    {
        var connection = await workspace.Connection.OpenDbConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var statement in Macros.GetValueOrDefault(dialect, []).Select(m => $"CREATE TEMP MACRO {m}").Prepend("SET TimeZone = 'UTC'"))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
