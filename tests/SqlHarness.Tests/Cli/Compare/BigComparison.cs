using System.Globalization;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>A comparison of two wide tables in which everything differs.</summary>
static class BigComparison
{
    public static TableComparison Of(int columns, int groups)
    {
        ColumnType[] types = [new("id", typeof(long)), .. Enumerable.Range(1, columns).Select(i => new ColumnType(Name(i), typeof(string)))];
        var schema = SchemaComparison.Of(new("wide", types), new("wider", [.. types, .. Enumerable.Range(1, columns).Select(i => new ColumnType("extra_" + Name(i), typeof(long)))]));
        var rows = new RowComparison(0, 1_000_000, 0, 1_000_000, 0, [new(1_000_000, 0, 0, 0, 0), .. Enumerable.Range(1, columns).Select(i => new ColumnCounts(1_000_000 - i, i, 0, 0, 0))]);
        object?[] Row(long id, string side) => [id, .. Enumerable.Range(1, columns).Select(i => side + new string('x', 300) + Name(i))];
        return new()
        {
            Left = "wide", Right = "wider", Verdict = Verdict.Different, Schema = schema, Rows = rows, Key = ["id"],
            Columns = [.. schema.Columns.Select((c, i) => new ColumnComparison(c, rows.Columns[i], i == 0, false, null))],
            Totals = new(["group", "sub"], [new(null, Aggregation.Count)], new([], [3L * groups], [4L * groups], true,
                [.. Enumerable.Range(0, groups).Select(g => new TotalGroup([(long)g], [3L], [4L], true, [.. Enumerable.Range(0, 30).Select(s => new TotalGroup([(long)g, (long)s], [1L], [2L], true, []))]))]), groups, 0, false),
            Hidden = [.. Enumerable.Range(1, columns).Select(i => new HiddenDifference("trimmed", Name(i), i))],
            Examples =
            [
                .. Enumerable.Range(1, 150).Select(id => new DifferingRow(RowChange.Modified, Row(id, "left"), Row(id, "right"), [false, .. Enumerable.Repeat(true, columns)])),
                .. Enumerable.Range(1, 150).Select(id => new DifferingRow(RowChange.Removed, Row(-id, "left"), null, new bool[columns + 1])),
            ],
            Run = new("one engine", 2_000_000, 1_000_000, 0, TimeSpan.FromSeconds(90)),
        };
    }

    public static string Name(int column) => "column_" + column.ToString("000", CultureInfo.InvariantCulture);
}
