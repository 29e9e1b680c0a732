using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>Comparisons of two tables of orders, as the library answers them, made by hand.</summary>
static class OrderComparison
{
    static readonly ColumnType[] Columns =
    [
        new("order_id", typeof(long), IsNullable: false, "BIGINT"), new("customer", typeof(string), DatabaseType: "VARCHAR"), new("amount", typeof(decimal), DatabaseType: "DECIMAL(18,2)"),
        new("is_paid", typeof(bool), DatabaseType: "BOOLEAN"), new("day", typeof(DateOnly), DatabaseType: "DATE"), new("paid_at", typeof(DateTime), DatabaseType: "TIMESTAMP"),
    ];

    static readonly bool[] None = new bool[6];

    public static DateTime Day(int day) => new(2024, 2, day, 0, 0, 0, DateTimeKind.Utc);

    public static object?[] Row(long id, string? customer, decimal? amount, bool? paid = true, int day = 1, DateTime? at = null) => [id, customer, amount, paid is null ? null : paid.Value ? 1 : 0, Day(day), at];

    public static DifferingRow Modified(object?[] left, object?[] right) => new(RowChange.Modified, left, right, [.. left.Zip(right, (l, r) => !RowEquality.CellsEqual(l, r))]);

    public static TableComparison Identical { get; } = Of(new(1000, 0, 0, 0, 0, Equal(1000)), Verdict.Identical);

    public static TableComparison Empty { get; } = Of(new(0, 0, 0, 0, 0, Equal(0)), Verdict.Identical);

    /// <summary>A tolerance of the amount hid something.</summary>
    public static TableComparison WithinRules { get; } = Tolerant(Of(new(1000, 0, 0, 0, 0, [.. Equal(1000).Select((c, i) => i == 2 ? c with { Hidden = 3 } : c)]), Verdict.EqualWithinRules)) with
    {
        Hidden = [new("within 0.01", "amount", 3)],
    };

    /// <summary>Something of everything.</summary>
    public static TableComparison Different
    {
        get
        {
            var all = Of(new(995, 3, 1, 2, 0, [new(998, 0, 0, 0, 0), new(997, 0, 0, 1, 0), new(996, 2, 0, 0, 4), new(997, 1, 0, 0, 0), new(997, 1, 0, 0, 0), new(998, 0, 0, 0, 0)]), Verdict.Different,
                new("legacy", typeof(int), DatabaseType: "INTEGER"), new("loaded_at", typeof(DateTime), DatabaseType: "TIMESTAMP"));
            return Tolerant(all) with
            {
                Examples =
                [
                    Modified(Row(2, "Anna Abel", 7310.57m, false), Row(2, "Anna Abel", 7312.61m, true)), Modified(Row(3, "Bert Bohm", 88.25m, day: 28), Row(3, null, 88.25m, day: 29)),
                    Modified(Row(4, "Bert Bohm", 7310.57m), Row(4, "Bert Bohm", 88.25m)),
                    new(RowChange.Added, null, Row(1001, "Carl Cohn", 19.99m, null, 29, Day(29).AddMicroseconds(1)), None), new(RowChange.Removed, Row(7, "Dora Diehl", 5.5m), null, None),
                    new(RowChange.Removed, Row(8, null, null), null, None),
                ],
                Totals = Totals,
                Hidden = [new("within 0.01", "amount", 4), new("where customer <> 'Emil Ende'", null, 12)],
                Explanations = [new("All amounts are 2.04 more", "amount", 1, 2, [Modified(Row(4, "Bert Bohm", 7310.57m), Row(4, "Bert Bohm", 88.25m))]), new("All removed rows are of Dora Diehl", null, 1, 2, [])],
            };
        }
    }

    public static TotalsComparison Totals { get; } = new(["customer", "day of paid_at"], [new(null, Aggregation.Count), new("amount", Aggregation.Sum), new("customer", Aggregation.Maximum)],
        new([], [1000L, 90210.75m, "Dora Diehl"], [999L, 90212.79m, "Carl Cohn"], true,
        [
            new(["Anna Abel"], [2L, 7330.57m, "Anna Abel"], [2L, 7332.61m, "Anna Abel"], true,
            [
                new(["Anna Abel", Day(1)], [1L, 7310.57m, "Anna Abel"], [1L, 7312.61m, "Anna Abel"], true, []), new(["Anna Abel", Day(2)], [1L, 20m, "Anna Abel"], [1L, 20m, "Anna Abel"], false, []),
            ]),
            new(["Bert Bohm"], [3L, 300m, "Bert Bohm"], [3L, 300m, "Bert Bohm"], false, []), new(["Dora Diehl"], [1L, 5.5m, "Dora Diehl"], null, true, []),
        ]), 2, 5, false);

    /// <summary>A text wherever one can stand.</summary>
    public static TableComparison Hostile(string text)
    {
        ColumnType[] columns = [new(text, typeof(string), DatabaseType: text), new("value", typeof(string))];
        var schema = SchemaComparison.Of(new(text, [.. columns, new("x" + text, typeof(int), DatabaseType: text)]), new("right " + text, columns));
        var row = new DifferingRow(RowChange.Modified, [text, text], [text, "other"], [false, true]);
        var rows = new RowComparison(0, 1, 1, 1, 0, [new(1, 0, 0, 0, 0), new(0, 1, 0, 0, 0)]);
        return new()
        {
            Left = text, Right = "right " + text, Verdict = Verdict.Different, Schema = schema, Rows = rows, Key = [text],
            Columns = [.. schema.Columns.Select((c, i) => new ColumnComparison(c, rows.Columns[i], i == 0, false, text) { Examples = i == 0 ? [] : [row] })],
            Totals = new([text], [new(text, Aggregation.Maximum)], new([], [text], ["other"], true, [new([text], [text], null, true, [])]), 1, 0, true),
            Hidden = [new(text, text, 1), new(text, null, 2)], Explanations = [new(text, text, 1, 1, [row])],
            Examples = [row, new(RowChange.Added, null, [text, text], [false, false]), new(RowChange.Removed, [text, text], null, [false, false])],
            Run = new(text, 2, 2, 3, TimeSpan.FromSeconds(1.5)),
        };
    }

    /// <summary>Texts that mean something to a format, or are no text in it.</summary>
    public static TheoryData<string> HostileTexts =>
    [
        "<script>alert('x')</script>", "a|b\\|c", "say \"yes\" & 'no' &lt; ]]> -->", "two\nlines\r\nand\ttab", "bell\u0007 \u001b[31mred\u0000 \u009b0m", "😀 👩‍👩‍👧 é ünï", "half \ud83d pair \udc00", "right\u202eto left \u200b",
        "[red]markup[/] [[x]]", "**bold** _it_ `code` [link](http://example.com) @somebody #1 ~~no~~ ![i](x)", "</style></td></details>", "\ufffe\uffff",
    ];

    /// <summary>What a text is in JSON, which cannot hold half a surrogate pair.</summary>
    public static string InJson(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    public static string Printed(TableComparison comparison, Mask? mask = null, int width = 120)
    {
        var output = new StringWriter();
        var console = new Terminal(output, TextWriter.Null).Out;
        console.Profile.Width = width;
        ComparisonText.Print(console, comparison, mask ?? Mask.None);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));
    }

    static ColumnCounts[] Equal(long rows) => [.. Columns.Select(_ => new ColumnCounts(rows, 0, 0, 0, 0))];

    static TableComparison Tolerant(TableComparison of) => of with { Columns = [.. of.Columns.Select(c => c.Name == "amount" ? c with { Tolerance = "within 0.01" } : c)] };

    static TableComparison Of(RowComparison rows, Verdict verdict, ColumnType? missing = null, ColumnType? added = null)
    {
        var schema = SchemaComparison.Of(new("old.csv", missing is null ? Columns : [.. Columns, missing]), new("new.csv", added is null ? Columns : [.. Columns, added]));
        return new()
        {
            Left = "old.csv", Right = "new.csv", Verdict = verdict, Schema = schema, Rows = rows, Key = ["order_id"], IsKeyFound = true, Hidden = [], Examples = [],
            Columns = [.. schema.Columns.Select((c, i) => new ColumnComparison(c, rows.Columns[i], c.Name == "order_id", false, null))],
            Run = new("one engine", rows.Identical + rows.Modified + rows.Removed, rows.Identical + rows.Modified + rows.Added, 0, TimeSpan.FromMilliseconds(1250)),
        };
    }
}
