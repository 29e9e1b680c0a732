using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>A comparison for programs: one object, names in snake case, stable, everything in it; how cells are written is said at <see cref="JsonCell"/>. What is masked is a string <c>•••1</c>.</summary>
static class ComparisonJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true,
        // Names and values in any language are written as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON.</summary>
    public static string Of(TableComparison comparison, Mask mask)
    {
        var shown = Presented.Of(comparison, mask);
        return JsonSerializer.Serialize(new
        {
            Version = 1, Verdict = Words.Snake(shown.Verdict), Left = JsonCell.Text(shown.Left), Right = JsonCell.Text(shown.Right), Key = shown.Key.Select(JsonCell.Text), KeyFound = shown.IsKeyFound,
            Schema = shown.Schema.Differences.Select(d => new { Change = Words.Snake(d.Change), Column = Text(d.Column), Left = Text(d.Left), Right = Text(d.Right), Meaning = Text(d.Meaning), Suggested = Text(d.Suggested) }),
            Rows = new { shown.Rows.Identical, shown.Rows.Modified, shown.Rows.Added, shown.Rows.Removed, NonUniqueKey = shown.Rows.NonUniqueKeys },
            Columns = shown.Columns.Select(c => new
            {
                Name = Text(c.Name), As = Words.Snake(c.Column.As), c.Counts.Equal, c.Counts.Different, c.Counts.LeftNull, c.Counts.RightNull, c.Counts.Hidden, c.Tolerance, c.IsKey, Ignored = c.IsIgnored,
                Masked = mask.Hides(c.Column), Examples = c.Examples.Select(row => Cell(shown, c, row)),
            }),
            Totals = shown.Totals is { } totals ? totals.All.All.Select(group => Group(totals, group)) : [],
            Ladder = shown.Totals is not { } ladder ? null : new
            {
                Levels = ladder.Levels.Select(JsonCell.Text), ladder.Followed, ladder.NotFollowed, Offsetting = ladder.HasOffsetting,
                Measures = ladder.Measures.Select(m => new { Measure = Text(m.ToString()), Column = Text(m.Column), Aggregation = m.Column is null ? "rows" : Words.Snake(m.Aggregation), Tolerance = m.Tolerance?.ToString() }),
            },
            Hidden = shown.Hidden.Select(h => new { Rule = Text(h.Rule), Column = Text(h.Column), h.Rows }),
            Explanation = shown.Explanations.Select(e => new { Sentence = Text(e.Sentence), Column = Text(e.Column), e.Covered, e.LookedAt, CounterExamples = e.CounterExamples.Select(row => Example(shown, row)) }),
            Examples = shown.Examples.Select(row => Example(shown, row)),
            Run = new { Method = Text(shown.Run.Method), shown.Run.LeftRows, shown.Run.RightRows, shown.Run.RowsRead, Seconds = Math.Round(shown.Run.Elapsed.TotalSeconds, 3) },
        }, Options);
    }

    // A group holds its place in the ladder itself, so that rows can be read without those above them.
    static object Group(TotalsComparison totals, TotalGroup group) => new
    {
        Level = group.Key.Count == 0 ? JsonCell.Text("all") : JsonCell.Text(totals.Levels[group.Key.Count - 1]), Depth = group.Key.Count,
        Key = Object(group.Key.Select((cell, i) => (totals.Levels[i], cell))), InLeft = group.Left is not null, InRight = group.Right is not null, group.Differs,
        Measures = totals.Measures.Select((m, i) => new
        {
            Measure = Text(m.ToString()), Left = JsonCell.Of(group.Left?[i]), Right = JsonCell.Of(group.Right?[i]), Delta = JsonCell.Of(TotalDelta.Of(m, group.Left?[i], group.Right?[i])),
        }),
    };

    static object Cell(TableComparison shown, ColumnComparison column, DifferingRow row)
    {
        var place = shown.Columns.Index().First(c => ReferenceEquals(c.Item, column)).Index;
        return new { Key = KeyOf(shown, row), Left = JsonCell.Of(row.Left![place]), Right = JsonCell.Of(row.Right![place]) };
    }

    static JsonObject KeyOf(TableComparison shown, DifferingRow row) => Object(shown.Columns.Zip(row.Cells).Where(c => c.First.IsKey).Select(c => (c.First.Name, c.Second)));

    // Ignored columns are left out: of rows that are compared as bags they are not known.
    static object Example(TableComparison shown, DifferingRow row) => new
    {
        Change = Words.Snake(row.Change),
        Key = KeyOf(shown, row),
        Left = Cells(shown, row.Left), Right = Cells(shown, row.Right),
        Differs = shown.Columns.Zip(row.Differs).Where(c => c.Second).Select(c => Text(c.First.Name)),
    };

    static JsonObject? Cells(TableComparison shown, IReadOnlyList<object?>? cells) =>
        cells is null ? null : Object(shown.Columns.Zip(cells).Where(c => !c.First.IsIgnored).Select(c => (c.First.Name, c.Second)));

    static JsonObject Object(IEnumerable<(string Name, object? Value)> members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
            made[JsonCell.Text(name).GetValue<string>()] = JsonCell.Of(value);
        return made;
    }

    static JsonNode? Text(string? text) => text is null ? null : JsonCell.Text(text);
}
