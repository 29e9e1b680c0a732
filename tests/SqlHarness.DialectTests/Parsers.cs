using Microsoft.SqlServer.TransactSql.ScriptDom;
using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>Which parsers know a dialect.</summary>
static class Parsers
{
    public const string Polyglot = "polyglot", DtSqlParser = "dt-sql-parser", ScriptDom = "ScriptDom";

    // PostgreSQL's and MariaDB's statements are run by PostgreSQL and MariaDB themselves, in SqlHarness.ConformanceTests; its grammars of them are the slowest by far.
    static readonly string[] OfDtSqlParser = [DialectNames.Databricks, DialectNames.MySql, DialectNames.Trino];

    public static IEnumerable<string> Of(string dialect) =>
        [Polyglot, .. OfDtSqlParser.Contains(dialect) ? [DtSqlParser] : Array.Empty<string>(), .. dialect == DialectNames.SqlServer ? [ScriptDom] : Array.Empty<string>()];

    /// <summary>What a parser says against a statement; null if it accepts it.</summary>
    public static string? Error(NodeParsers node, string parser, string dialect, string sql) => parser == ScriptDom ? OfScriptDom(sql)
        : node.Error(parser, dialect, sql);

    static string? OfScriptDom(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors is [var first, ..] ? $"{first.Line}:{first.Column} {first.Message}" : null;
    }
}
