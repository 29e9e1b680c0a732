using FsCheck;
using FsCheck.Fluent;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>Order lines of all types, near to each other, with keys and tolerances to compare them by; and what the loop says of them.</summary>
static class LineCases
{
    public static readonly Dictionary<string, Tolerance>[] Tolerances =
    [
        [],
        new() { ["text"] = Tolerance.Trimmed.And(Tolerance.EmptyIsNull), ["price"] = Tolerance.Absolute(0.01m), ["at"] = Tolerance.Within(TimeSpan.FromSeconds(1)) },
        new() { ["text"] = Tolerance.IgnoringCase, ["weight"] = Tolerance.Absolute(0.01m), ["at"] = Tolerance.TimePrecision(TimeSpan.FromSeconds(1)), ["price"] = Tolerance.Decimals(1) },
        new() { ["text"] = Tolerance.Of<string>((x, y) => x.Length == y.Length), ["weight"] = Tolerance.Relative(0.04) },
        new() { ["order_id"] = Tolerance.Absolute(1), ["text"] = Tolerance.EmptyIsNull, ["price"] = Tolerance.Relative(0.01), ["weight"] = Tolerance.Decimals(1), ["at"] = Tolerance.Within(TimeSpan.FromMicroseconds(1)) },
    ];

    static readonly IReadOnlyList<RowColumn> Columns = RowColumns.Of(typeof(Line));

    static readonly string[] Names = ["order_id", "line", "text", "price", "weight", "at", "paid"];

    public static ComparedSide Side(Workspace workspace, LinqToDB.ITable<Line> table) => ComparedSide.Of(workspace.Connection, table, TableShape.Of<Line>(workspace.Connection.MappingSchema), table.TableName);

    /// <summary>The same rows as those of a query, whose ranges nobody asks for.</summary>
    public static ComparedSide QuerySide(Workspace workspace, LinqToDB.ITable<Line> table) =>
        ComparedSide.Of(workspace.Connection, table.Select(l => new { order_id = l.Order, line = l.Number, text = l.Text, price = l.Price, weight = l.Weight, at = l.At, paid = l.IsPaid }), table.TableName);

    public static RowComparison Expected(List<Line> left, List<Line> right, string[] key, int tolerances) =>
        RowComparisonReference.Of([.. left.Select(Cells)], [.. right.Select(Cells)], Columns.Count, [.. key.Select(k => Array.IndexOf(Names, k))], Named(Tolerances[tolerances]));

    public static ComparisonPlan Plan(Workspace workspace, string[] key, int tolerances)
    {
        var shape = TableShape.Of<Line>(workspace.Connection.MappingSchema);
        return ComparisonPlan.Of(SchemaComparison.Of(ComparedTable.Of(shape), ComparedTable.Of(shape)), key, Tolerances[tolerances]);
    }

    static ColumnTolerances Named(Dictionary<string, Tolerance> tolerances) =>
        ColumnTolerances.Of([.. Columns.Select((c, i) => new RowColumn(Names[i], c.Type, c.ValueOf))], tolerances);

    static IReadOnlyList<object?> Cells(Line line) => [.. Columns.Select(c => c.ValueOf(line)).Select(v => v is bool b ? b ? 1 : 0 : v is int i ? (long)i : v)];

    public static string Text(RowComparison c) => $"{(c.Identical, c.Modified, c.Added, c.Removed, c.NonUniqueKeys)}\n{string.Join("\n", c.Columns)}";

    public static Arbitrary<(List<Line> Left, List<Line> Right, string[] Key, int Tolerances)> All() =>
        (from left in Gen.ListOf(Lines)
         from isNear in Gen.Elements(true, true, false)
         from other in Gen.ListOf(Lines)
         from changes in Gen.ListOf(Gen.Choose(0, 6)).Select(c => c.Take(3).ToList())
         from key in Gen.Elements<string[]>([], ["order_id"], ["order_id", "line"], ["order_id", "line"], ["text", "line"], ["order_id", "line", "text"])
         from tolerances in Gen.Choose(0, Tolerances.Length - 1)
         let right = isNear ? changes.Aggregate(left.ToList(), Changed) : other.ToList()
         // A key's upper case and a key's own rule no query says, and what is near is no key.
         select (left.ToList(), right, key, tolerances > 1 && key.Contains("text") || tolerances == 4 && key.Contains("order_id") ? 1 : tolerances)).ToArbitrary();

    /// <summary>Every value of every column beside every other: lines that differ in that cell alone at most, to compare by <c>line</c>.</summary>
    public static (List<Line> Left, List<Line> Right) EveryPair()
    {
        (List<Line> lefts, List<Line> rights) = ([], []);
        Pair(Orders, (line, order) => line.Order = order);
        Pair(Texts, (line, text) => line.Text = text);
        Pair(Prices, (line, price) => line.Price = price);
        Pair(Weights, (line, weight) => line.Weight = weight);
        Pair(Ats, (line, at) => line.At = at);
        Pair(Paids, (line, paid) => line.IsPaid = paid);
        return (lefts, rights);

        void Pair<T>(T[] values, Action<Line, T> set)
        {
            foreach (var (left, right) in values.SelectMany(_ => values, (l, r) => (l, r)))
            {
                lefts.Add(new() { Number = lefts.Count });
                rights.Add(new() { Number = rights.Count });
                set(lefts[^1], left);
                set(rights[^1], right);
            }
        }
    }

    static readonly long?[] Orders = [0, 1, 2, 3, null];

    static readonly string?[] Texts = ["a", " a", "A", "é", "É", "", null];

    static readonly decimal?[] Prices = [1m, 1.01m, 1.02m, -1m, null];

    static readonly double?[] Weights = [0, 0.3, 0.31, 1e20, -0.3, null];

    static readonly DateTime?[] Ats = [Time(0), Time(999_999), Time(1_000_000), Time(1_000_001), null];

    static readonly bool?[] Paids = [true, false, null];

    public static Gen<Line> Lines { get; } =
        from order in Gen.Elements(Orders)
        from number in Gen.Choose(1, 4)
        from text in Gen.Elements(Texts)
        from price in Gen.Elements(Prices)
        from weight in Gen.Elements(Weights)
        from at in Gen.Elements(Ats)
        from paid in Gen.Elements(Paids)
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
