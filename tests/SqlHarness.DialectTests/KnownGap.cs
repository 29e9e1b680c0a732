using System.Text.RegularExpressions;

namespace SqlHarness.DialectTests;

/// <summary>A statement that is right, and that a parser or the translator takes for wrong.</summary>
/// <param name="Checker">The parser, or the translator.</param>
/// <param name="Dialects">The dialects.</param>
/// <param name="Sql">What the statement holds.</param>
/// <param name="Error">What is said against it, or how the translated statement fails.</param>
/// <param name="Proof">Why the statement is right.</param>
sealed record KnownGap(string Checker, string[] Dialects, Regex Sql, string Error, string Proof)
{
    /// <summary>Whether it explains what was said against a statement.</summary>
    public bool Explains(string checker, string dialect, string sql, string error) =>
        checker == Checker && Dialects.Contains(dialect) && Sql.IsMatch(sql) && error.Contains(Error, StringComparison.OrdinalIgnoreCase);
}
