namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Faults in a table whose columns are of other types, or stand in another order.</summary>
static class TypeFaults
{
    static readonly IReadOnlyList<(RightTable Table, string Said)> Tables =
    [
        (RightTable.OtherOrder, "columns in another order"), (RightTable.TextQuantity, "numbers that became texts"), (RightTable.IntegerQuantity, "numbers of 32 bits"),
        (RightTable.DecimalQuantity, "numbers that became decimals"), (RightTable.DoubleQuantity, "numbers that became doubles"),
    ];

    public static IEnumerable<Fault> All =>
    [
        .. Tables.Select(t => new Fault($"{t.Said}, equal", (rows, _) => new(rows, rows)) { Right = t.Table }),
        .. Tables.Select(t => Fault.Cell($"{t.Said}, one more", [nameof(OrderLine.Quantity)], l => l with { Quantity = 41 }, l => l with { Quantity = 42 }) with { Right = t.Table }),
        .. Tables.Select(t => Fault.Cell($"{t.Said}, NULL for 0", [nameof(OrderLine.Quantity)], l => l with { Quantity = 0 }, l => l with { Quantity = null }) with { Right = t.Table }),
        Fault.Cell("numbers that became decimals, one more beyond 2^53", [nameof(OrderLine.Quantity)], l => l with { Quantity = 9_007_199_254_740_992 }, l => l with { Quantity = 9_007_199_254_740_993 })
            with { Right = RightTable.DecimalQuantity, NotOn = ["sqlite"] },
        Fault.Cell("numbers that became texts, one more beyond 2^53", [nameof(OrderLine.Quantity)], l => l with { Quantity = 9_007_199_254_740_992 }, l => l with { Quantity = 9_007_199_254_740_993 })
            with { Right = RightTable.TextQuantity },
    ];
}
