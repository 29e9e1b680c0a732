using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>Totals that engines calculate are the loop's, at every level that is looked at.</summary>
public sealed class TotalsOfSidesTests : IDisposable
{
    [Table("sales")]
    public sealed class Sale
    {
        [Column("region")] public string? Region { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("order_id")] public long Order { get; set; }
        [Column("amount", Precision = 18, Scale = 2)] public decimal? Amount { get; set; }
        [Column("quantity")] public long? Quantity { get; set; }
    }

    static readonly TotalLevel[] Levels = [new("region"), new("at", CalendarUnit.Day), new("order_id")];

    static readonly TotalMeasure[] Folding =
    [
        new("amount", Aggregation.Sum), new("amount", Aggregation.Count), new("amount", Aggregation.NullCount), new("quantity", Aggregation.Sum), new("region", Aggregation.Minimum), new("at", Aggregation.Maximum),
    ];

    static readonly TotalMeasure[] Distinct = [new("quantity", Aggregation.CountDistinct), new("amount", Aggregation.Sum, Tolerance.Absolute(0.01m))];

    readonly Dictionary<string, Workspace> _workspaces = new() { ["sqlite"] = Engine.Sqlite().Open(), ["duckdb"] = Engine.DuckDb().Open() };

    public void Dispose()
    {
        foreach (var workspace in _workspaces.Values)
            workspace.Dispose();
    }

    [Property(MaxTest = 30)]
    public Property Engines_total_what_the_loop_does() => Prop.ForAll(Sides(), sides =>
    {
        var (left, right, folds) = sides;
        var measures = folds ? Folding : Distinct;
        var expected = TotalsReference.Of([.. left.Select(Cells)], [.. right.Select(Cells)], [0, 1, 2], [.. measures.Select(m => new Measure(Array.IndexOf(Names, m.Column) is var i && i == 1 ? 5 : i, m.Aggregation, m.Tolerance))]);
        foreach (var (engine, workspace) in _workspaces)
        {
            var (l, r) = (workspace.Load(left, "l"), workspace.Load(right, "r"));
            var shape = TableShape.Of<Sale>(workspace.Connection.MappingSchema);
            var plan = TotalsPlan.Of(SchemaComparison.Of(ComparedTable.Of(shape), ComparedTable.Of(shape)), Levels, measures);
            var totals = new TotalsOfSides(TotalsQuery.Of(Side(workspace, l), true, plan), TotalsQuery.Of(Side(workspace, r), false, plan), plan);
            var (all, notFollowed) = totals.CompareAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            notFollowed.ShouldBe(0);
            Text(all).ShouldBe(Text(expected), engine);
            LinqToDB.DataExtensions.DropTable(l);
            LinqToDB.DataExtensions.DropTable(r);
        }
    });

    static readonly string[] Names = ["region", "at", "order_id", "amount", "quantity"];

    static ComparedSide Side(Workspace workspace, LinqToDB.ITable<Sale> table) =>
        ComparedSide.Of(workspace.Connection, table.Select(s => new { region = s.Region, at = s.At, order_id = s.Order, amount = s.Amount, quantity = s.Quantity }), table.TableName);

    // The day in place of the time, and the time behind.
    static IReadOnlyList<object?> Cells(Sale s) => [s.Region, s.At?.Date, s.Order, s.Amount, s.Quantity, s.At];

    static string Text(TotalGroup all) => string.Join("\n", all.All.Select(g => $"{Text(g.Key)}: {(g.Left is null ? "none" : Text(g.Left))} | {(g.Right is null ? "none" : Text(g.Right))} {g.Differs}"));

    static string Text(IEnumerable<object?> cells) => string.Join(", ", cells.Select(c => c is decimal d ? CellText.Of(d / 1.000000m) : CellText.Of(c)));

    static Arbitrary<(List<Sale> Left, List<Sale> Right, bool Folds)> Sides() =>
        (from left in Gen.ListOf(Sales)
         from other in Gen.ListOf(Sales)
         from isNear in Gen.Elements(true, true, false)
         from change in Gen.Choose(0, 4)
         from folds in Gen.Elements(true, false)
         select (left.ToList(), isNear ? Changed([.. left], change) : [.. other], folds)).ToArbitrary();

    static Gen<Sale> Sales { get; } =
        from region in Gen.Elements("north", "south", null)
        from hours in Gen.Elements<int?>(0, 23, 24, null)
        from order in Gen.Choose(1, 3)
        from amount in Gen.Elements<decimal?>(1m, 1.01m, -2m, null)
        from quantity in Gen.Elements<long?>(1, 2, -3, long.MaxValue, null)
        select new Sale { Region = region, At = hours is { } h ? new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc).AddHours(h) : null, Order = order, Amount = amount, Quantity = quantity };

    static List<Sale> Changed(List<Sale> sales, int change) => sales.Count == 0 ? sales : change switch
    {
        0 => [.. sales.AsEnumerable().Reverse()],
        1 => [.. sales.Skip(1)],
        2 => [.. sales, sales[0]],
        _ => [.. sales.Skip(1), new() { Region = sales[0].Region, At = sales[0].At, Order = sales[0].Order, Amount = change == 3 ? (sales[0].Amount ?? 0) + 0.01m : sales[0].Amount, Quantity = 7 }],
    };
}
