using Microsoft.SqlServer.TransactSql.ScriptDom;
using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>Which parsers know a dialect.</summary>
static class Parsers
{
    public const string Polyglot = "polyglot", DtSqlParser = "dt-sql-parser", ScriptDom = "ScriptDom";

    static readonly string[] OfDtSqlParser = [DialectNames.Databricks, DialectNames.MariaDb, DialectNames.MySql, DialectNames.PostgreSql, DialectNames.Trino];

    public static IEnumerable<string> Of(string dialect) =>
        [Polyglot, .. OfDtSqlParser.Contains(dialect) ? [DtSqlParser] : Array.Empty<string>(), .. dialect == DialectNames.SqlServer ? [ScriptDom] : Array.Empty<string>()];

    /// <summary>What dt-sql-parser's grammar of PostgreSQL does not know, so that it reads statements without it; https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-COLLATE-EXPRS
    /// allows it in any value, and PostgreSQL 15.18 runs our own queries with it.</summary>
    public const string Collation = " COLLATE \"C\"";

    /// <summary>What a parser says against a statement; null if it accepts it.</summary>
    public static string? Error(NodeParsers node, string parser, string dialect, string sql) => parser == ScriptDom ? OfScriptDom(sql)
        : node.Error(parser, dialect, (parser, dialect) == (DtSqlParser, DialectNames.PostgreSql) ? sql.Replace(Collation, "", StringComparison.Ordinal) : sql);

    static string? OfScriptDom(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors is [var first, ..] ? $"{first.Line}:{first.Column} {first.Message}" : null;
    }
}
