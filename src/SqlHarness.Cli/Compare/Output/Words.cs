using System.Globalization;
using System.Text.Json;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>Numbers and names in words.</summary>
static class Words
{
    /// <summary>A number with its thousands parted.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things: <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Count(long value, string one, string? many = null) => $"{Number(value)} {(value == 1 ? one : many ?? one + "s")}";

    /// <summary>A part in percent. Neither is a little nothing, nor almost all everything.</summary>
    public static string Share(long part, long whole) => (part, whole) switch
    {
        (0, _) => "0 %",
        _ when part == whole => "100 %",
        _ => (100.0 * part / whole) switch
        {
            < 0.01 => "<0.01 %",
            > 99.99 => ">99.99 %",
            var percent => percent.ToString("0.##", CultureInfo.InvariantCulture) + " %",
        },
    };

    /// <summary>A duration in seconds.</summary>
    public static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString(elapsed.TotalSeconds < 10 ? "0.##" : "0", CultureInfo.InvariantCulture) + " s";

    /// <summary>A word of an enumeration in snake case, for programs.</summary>
    public static string Snake(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A change of the schema, for people.</summary>
    public static string Change(SchemaChange change) => change switch
    {
        SchemaChange.Missing => "missing",
        SchemaChange.Added => "added",
        SchemaChange.Renamed => "renamed",
        SchemaChange.Type => "type",
        _ => "NULL",
    };

    /// <summary>What matches rows.</summary>
    public static string Key(TableComparison comparison) => comparison.Key.Count == 0 ? "none; rows are compared as one bag"
        : Printable.Of(string.Join(", ", comparison.Key)) + (comparison.IsKeyFound ? " (found: unique on both sides)" : "");

    /// <summary>What rows of keys that stand more than once are, in a sentence; null where there are none.</summary>
    public static string? NonUnique(TableComparison comparison) => comparison.Rows.NonUniqueKeys switch
    {
        0 => null,
        1 => "1 key stands more than once on a side; its rows are compared as a bag.",
        var keys => $"{Number(keys)} keys stand more than once on a side; their rows are compared as bags.",
    };

    /// <summary>How it was run.</summary>
    public static string Run(ComparisonRun run) =>
        $"{Printable.Of(run.Method).TrimEnd('.')}; {(run.RowsRead == 0 ? "" : $"{Count(run.RowsRead, "row")} read one by one; ")}{Seconds(run.Elapsed)}";

    /// <summary>What differences have in common, with how many it covers.</summary>
    public static string Explained(Explanation explanation) => Printable.Of(explanation.Sentence).TrimEnd('.') + (Covered(explanation) is { Length: > 0 } covered ? $" ({covered})" : "");

    /// <summary>How much of the differences an explanation covers; empty where its sentence says it.</summary>
    public static string Covered(Explanation explanation) => explanation.Sentence.Contains("looked at", StringComparison.Ordinal) ? "" : explanation.Covered == explanation.LookedAt
        ? explanation.LookedAt == 1 ? "covers the one difference looked at" : $"covers all {Number(explanation.LookedAt)} differences looked at"
        : $"covers {Number(explanation.Covered)} of {Number(explanation.LookedAt)} differences looked at";
}
