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
    /// <summary>What is said where a translated statement runs and returns other rows; no gap explains it without saying so.</summary>
    public const string OtherRows = "other rows";

    /// <summary>Whether it explains what was said against a statement.</summary>
    public bool Explains(string checker, string dialect, string sql, string error) =>
        (Error.Length > 0 || !error.StartsWith(OtherRows, StringComparison.Ordinal)) && checker == Checker && Dialects.Contains(dialect) && Sql.IsMatch(sql) && error.Contains(Error, StringComparison.OrdinalIgnoreCase);
}
