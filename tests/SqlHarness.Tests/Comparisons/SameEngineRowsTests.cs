using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>On one engine both formulations count what the loop counts.</summary>
public sealed class SameEngineRowsTests : IDisposable
{
    [Table("lines")]
    public sealed class Line
    {
        [Column("order_id")] public long? Order { get; set; }
        [Column("line")] public int Number { get; set; }
        [Column("text")] public string? Text { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal? Price { get; set; }
        [Column("weight")] public double? Weight { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("paid")] public bool? IsPaid { get; set; }
    }

    static readonly IReadOnlyList<RowColumn> Columns = RowColumns.Of(typeof(Line));

    readonly Dictionary<string, Workspace> _workspaces = new() { ["sqlite"] = Engine.Sqlite().Open(), ["duckdb"] = Engine.DuckDb().Open() };

    public void Dispose()
    {
        foreach (var workspace in _workspaces.Values)
            workspace.Dispose();
    }

    static readonly Dictionary<string, Tolerance>[] Tolerances =
    [
        [],
        new() { ["text"] = Tolerance.Trimmed.And(Tolerance.EmptyIsNull), ["price"] = Tolerance.Absolute(0.01m), ["at"] = Tolerance.Within(TimeSpan.FromSeconds(1)) },
        new() { ["text"] = Tolerance.IgnoringCase, ["weight"] = Tolerance.Absolute(0.01m), ["at"] = Tolerance.TimePrecision(TimeSpan.FromSeconds(1)), ["price"] = Tolerance.Decimals(1) },
        new() { ["text"] = Tolerance.Of<string>((x, y) => x.Length == y.Length), ["weight"] = Tolerance.Relative(0.04) },
    ];

    [Property(MaxTest = 60)]
    public Property The_query_counts_what_the_loop_counts() => Prop.ForAll(Cases(), c =>
    {
        var (left, right, key, tolerances) = c;
        var expected = RowComparisonReference.Of([.. left.Select(Cells)], [.. right.Select(Cells)], Columns.Count, [.. key.Select(k => Array.IndexOf(Names, k))], Named(Tolerances[tolerances]));
        foreach (var (engine, workspace) in _workspaces)
        {
            var (l, r) = (workspace.Load(left, "l"), workspace.Load(right, "r"));
            var schema = TableShape.Of<Line>(workspace.Connection.MappingSchema);
            var plan = ComparisonPlan.Of(SchemaComparison.Of(ComparedTable.Of(schema), ComparedTable.Of(schema)), key, Tolerances[tolerances]);
            foreach (var formulation in Enum.GetValues<RowFormulation>())
            {
                var actual = new SameEngineRows(Side(workspace, l), Side(workspace, r), plan, formulation).CompareAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                Text(actual).ShouldBe(Text(expected), $"{engine} {formulation} key {string.Join(",", key)} tolerances {tolerances}");
            }

            LinqToDB.DataExtensions.DropTable(l);
            LinqToDB.DataExtensions.DropTable(r);
        }
    });

    static readonly string[] Names = ["order_id", "line", "text", "price", "weight", "at", "paid"];

    static ComparedSide Side(Workspace workspace, LinqToDB.ITable<Line> table) =>
        ComparedSide.Of(workspace.Connection, table.Select(l => new { order_id = l.Order, line = l.Number, text = l.Text, price = l.Price, weight = l.Weight, at = l.At, paid = l.IsPaid }), table.TableName);

    static ColumnTolerances Named(Dictionary<string, Tolerance> tolerances) =>
        ColumnTolerances.Of([.. Columns.Select((c, i) => new RowColumn(Names[i], c.Type, c.ValueOf))], tolerances);

    static IReadOnlyList<object?> Cells(Line line) => [.. Columns.Select(c => c.ValueOf(line)).Select(v => v is bool b ? b ? 1 : 0 : v is int i ? (long)i : v)];

    static string Text(RowComparison c) => $"{(c.Identical, c.Modified, c.Added, c.Removed, c.NonUniqueKeys)}\n{string.Join("\n", c.Columns)}";

    static Arbitrary<(List<Line> Left, List<Line> Right, string[] Key, int Tolerances)> Cases() =>
        (from left in Gen.ListOf(Lines)
         from isNear in Gen.Elements(true, true, false)
         from other in Gen.ListOf(Lines)
         from changes in Gen.ListOf(Gen.Choose(0, 6)).Select(c => c.Take(3).ToList())
         from key in Gen.Elements<string[]>([], ["order_id"], ["order_id", "line"], ["order_id", "line"], ["text", "line"], ["order_id", "line", "text"])
         from tolerances in Gen.Choose(0, Tolerances.Length - 1)
         let right = isNear ? changes.Aggregate(left.ToList(), Changed) : other.ToList()
         // A key's upper case and a key's own rule no query says.
         select (left.ToList(), right, key, tolerances > 1 && key.Contains("text") ? 1 : tolerances)).ToArbitrary();

    static Gen<Line> Lines { get; } =
        from order in Gen.Elements<long?>(1, 2, 3, 4, null)
        from number in Gen.Choose(1, 4)
        from text in Gen.Elements("a", " a", "A", "é", "É", "", null)
        from price in Gen.Elements<decimal?>(1m, 1.01m, 1.02m, -1m, null)
        from weight in Gen.Elements<double?>(0, 0.3, 0.31, 1e20, -0.3, null)
        from at in Gen.Elements<DateTime?>(Time(0), Time(999_999), Time(1_000_000), Time(1_000_001), null)
        from paid in Gen.Elements<bool?>(true, false, null)
        select new Line { Order = order, Number = number, Text = text, Price = price, Weight = weight, At = at, IsPaid = paid };

    static DateTime Time(long micros) => new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc).AddMicroseconds(micros);

    static List<Line> Changed(List<Line> lines, int change)
    {
        if (lines.Count == 0)
            return lines;
        var one = lines[change % lines.Count];
        Line With(Action<Line> set)
        {
            var copy = new Line { Order = one.Order, Number = one.Number, Text = one.Text, Price = one.Price, Weight = one.Weight, At = one.At, IsPaid = one.IsPaid };
            set(copy);
            return copy;
        }

        List<Line> rest = [.. lines.Where(l => l != one)];
        return change switch
        {
            0 => [.. lines.AsEnumerable().Reverse()],
            1 => rest,
            2 => [.. lines, one],
            3 => [.. rest, With(l => l.Price = l.Price is null ? 1 : l.Price + 0.01m)],
            4 => [.. rest, With(l => l.Text = l.Text is null ? "" : l.Text + " ")],
            5 => [.. rest, With(l => l.Weight = l.Weight is null ? 0 : l.Weight + 0.01)],
            _ => [.. rest, With(l => l.At = l.At?.AddMicroseconds(1))],
        };
    }
}
