using System.Globalization;
using System.Text.RegularExpressions;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>
/// What an engine knows of an expression's values without looking at them. DuckDB keeps it of tables and Parquet files and relies on it itself; of what it does not know it says nothing.
/// Source: https://duckdb.org/docs/stable/sql/functions/utility#statsexpression
/// </summary>
static partial class Statistics
{
    /// <summary>Whether a dialect's engine says it.</summary>
    public static bool AreKept(string dialect) => dialect == DuckDb;

    /// <summary>What is known, as the engine says it: <c>[Min: 0, Max: 9999999][Has Null: false, Has No Null: true]</c>.</summary>
    [Spelled("stats({0})", DuckDb)]
    public static string? Of<T>(T value) => null;

    /// <summary>Between what whole numbers are, and whether one may be NULL; null where it is not said.</summary>
    public static (long Least, long Greatest, bool HasNull)? OfWholeNumbers(string? said) => said is not null && Bounds().Match(said) is { Success: true } bounds && HasNull(said) is { } hasNull
        && long.TryParse(bounds.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var least) && long.TryParse(bounds.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var greatest) ? (least, greatest, hasNull) : null;

    /// <summary>Whether a value may be NULL; null where it is not said.</summary>
    public static bool? HasNull(string? said) => said is null ? null : said.Contains("Has Null: false", StringComparison.Ordinal) ? false : said.Contains("Has Null: true", StringComparison.Ordinal) ? true : null;

    [GeneratedRegex(@"\[Min: (-?[0-9]+), Max: (-?[0-9]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Bounds();
}
