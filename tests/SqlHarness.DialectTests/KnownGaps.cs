using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>All gaps that are known. One that no statement meets any more fails the tests.</summary>
static class KnownGaps
{
    public const string Translator = "the translator";

    public static readonly IReadOnlyList<KnownGap> All =
    [
        new(Parsers.Polyglot, [DialectNames.DuckDb], new(" // "), "Unexpected token: Slash", "DuckDB runs each of these statements in the fast tests"),
        new(Parsers.DtSqlParser, [DialectNames.MySql], new("^CREATE TABLE"), "'WITH' is not valid at this position",
            "the query behind AS may begin with WITH: https://dev.mysql.com/doc/refman/8.4/en/create-table-select.html, https://dev.mysql.com/doc/refman/8.4/en/with.html"),
        new(Translator, [DialectNames.SqlServer], new(@" \+ "), "argument types '+(", "+ joins texts, which DuckDB's does not; the translator leaves it: https://learn.microsoft.com/en-us/sql/t-sql/language-elements/string-concatenation-transact-sql"),
        new(Translator, [DialectNames.SqlServer], new("@@DATEFIRST"), "@@", "the session's first day of the week, which DuckDB has not: https://learn.microsoft.com/en-us/sql/t-sql/functions/datefirst-transact-sql"),
        new(Translator, [DialectNames.PostgreSql], new(@"bit\(48\)", System.Text.RegularExpressions.RegexOptions.IgnoreCase), "string -> bit conversion",
            "'x' before the digits makes them hexadecimal (https://www.postgresql.org/docs/current/datatype-bit.html); PostgreSQL 15.18 ran the function"),
        new(Translator, [DialectNames.PostgreSql], new(@"\d % 86400000000\s+\* INTERVAL"), "%(INTERVAL", "the translator moves the word INTERVAL before the number that stands before it; PostgreSQL 15.18 ran the function"),
        new(Translator, [DialectNames.ClickHouse], new("reinterpretAsUInt64"), "reinterpretasuint64", "bytes as a number, which DuckDB has not; ClickHouse 26.7 ran the function"),
        new(Translator, [DialectNames.SqlServer], new("HASHBYTES"), "to INT", "bytes as a number: the translator makes a text of them; https://learn.microsoft.com/en-us/sql/t-sql/data-types/binary-and-varbinary-transact-sql"),
    ];
}
