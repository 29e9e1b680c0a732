using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace SqlHarness.Cli.Inputs;

/// <summary>DuckDB's errors in one sentence: what is wrong and where, without its advice on its own options.</summary>
static partial class DuckDbSentence
{
    static readonly string[] Advice = ["Possible", "Potential", "The search space", "LINE ", "*", "file =", "Candidates", "Did you mean"];

    /// <summary>Whether a full disk is at fault, or memory that does not do even for spilling, and not the statement.</summary>
    public static bool IsDiskOrMemory(DuckDBException exception) => exception.ErrorType is DuckDBErrorType.Io or DuckDBErrorType.OutOfMemory;

    /// <summary>The sentence; it goes on behind the name of what was read.</summary>
    public static string Of(Exception exception)
    {
        if (Ragged().Match(exception.Message) is { Success: true } ragged)
            return $"line {ragged.Groups["line"]} has {ragged.Groups["found"]} columns where the header has {ragged.Groups["expected"]}.";
        // The line that it quotes may be several.
        if (Unclosed().Match(exception.Message) is { Success: true } unclosed)
            return $"CSV Error on Line: {unclosed.Groups["line"]}, Value with unterminated quote found.";
        var lines = exception.Message.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("Original Line", StringComparison.Ordinal))
            .TakeWhile(l => !Advice.Any(a => l.StartsWith(a, StringComparison.Ordinal)));
        var text = string.Join(", ", lines.Select(l => l.TrimEnd('.', ',', '!')));
        // 'Invalid Input Error: CSV Error on Line: 3' says no more than 'CSV Error on Line: 3'.
        var at = text.IndexOf("Error: ", StringComparison.Ordinal);
        return (at is >= 0 and < 30 ? text[(at + "Error: ".Length)..] : text) + ".";
    }

    /// <summary>The file that an error is in, where it says so.</summary>
    public static string? FileOf(Exception exception) => File().Match(exception.Message) is { Success: true } file ? file.Groups["file"].Value : null;

    [GeneratedRegex(@"^\s+file = (?<file>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex File();

    [GeneratedRegex(@"CSV Error on Line: (?<line>\d+)[^\0]*?Value with unterminated quote found")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"CSV Error on Line: (?<line>\d+)[^\0]*?Expected Number of Columns: (?<expected>\d+) Found: (?<found>\d+)")]
    private static partial Regex Ragged();
}
