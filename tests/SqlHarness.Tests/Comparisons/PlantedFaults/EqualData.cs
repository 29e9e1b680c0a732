namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>What looks like a fault and is none: a report of it is a false alarm.</summary>
static class EqualData
{
    public static IEnumerable<Fault> All =>
    [
        new("nothing changed", (rows, _) => new(rows, rows)),
        new("both sides are empty", (rows, _) => rows.Count == 0 ? new([], []) : null),
        new("the parts of the key in another order", (rows, _) => new(rows, rows)) { Key = [.. Fault.TableKey.Reverse()] },
        new("all columns are the key", (rows, _) => new(rows, rows)) { Key = [.. typeof(OrderLine).GetProperties().Select(p => p.Name)] },
        new("rows that stand twice on both sides", (rows, random) =>
        {
            var twice = Fault.Choose(rows, random, 2);
            return new([.. rows, .. twice], [.. twice, .. rows]) { NonUniqueKeys = twice.Count };
        }),
        new("a row without a key on both sides", (rows, random) =>
        {
            OrderLine[] all = [.. rows, OrderLines.Of(1, random)[0] with { OrderId = null }];
            return new(all, all);
        }),
        Fault.Cell("−0 for 0", [], l => l with { Weight = 0 }, l => l with { Weight = -0.0 }),
        Fault.Cell("0 for −0", [], l => l with { Weight = -0.0 }, l => l with { Weight = 0 }),
        Fault.Cell("a decimal with more zeros", [], l => l with { Amount = 1.5m }, l => l with { Amount = 1.50m }),
        Fault.Cell("NULL on both sides", [], l => l with { Comment = null, Amount = null, Weight = null, ShippedAt = null, IsPaid = null }, l => l),
        Fault.Cell("NaN on both sides", [], l => l with { Weight = double.NaN }, l => l) with { NotOn = ["sqlite", "mariadb"] },
        Fault.Cell("an infinity on both sides", [], l => l with { Weight = double.PositiveInfinity }, l => l) with { NotOn = ["mariadb"] },
        Fault.Cell("words for NULL on both sides", [], l => l with { Customer = "<null>", Comment = "DATACOMPY_NULL" }, l => l),
    ];
}
