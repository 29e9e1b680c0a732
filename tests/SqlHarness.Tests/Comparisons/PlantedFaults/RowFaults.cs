namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Faults of whole rows: rows that are missing, or twice, or exchanged, one by one or many.</summary>
static class RowFaults
{
    static readonly IReadOnlyList<string> Amount = [nameof(OrderLine.Amount)];

    public static IEnumerable<Fault> All =>
    [
        new("a row dropped", (rows, random) => rows.Count == 0 ? null : Without(rows, [Fault.Choose(rows, random, 1)[0].Key])),
        new("a row added", (rows, random) => new(rows, [.. rows, New(random)]) { Added = [New(random).Key] }),
        new("a row twice", (rows, random) => Repeated(rows, random, 1)),
        new("a row three times", (rows, random) => Repeated(rows, random, 2)),
        new("a row no longer twice", (rows, random) => Repeated(rows, random, 1) is not { } p ? null : new(p.Right, p.Left) { Removed = p.Added, NonUniqueKeys = 1 }),
        new("another row of a key that stands twice", OtherOfTwo),
        new("a row twice, and another for it missing", TwiceAndMissing),
        new("two rows exchanged", Exchanged),
        new("a row of another line", (rows, random) => rows.Count == 0 ? null : Rekeyed(rows, Fault.Choose(rows, random, 1)[0])),
        new("late rows missing", (rows, _) => rows.Count < 4 ? null : Without(rows, [.. rows.Where(r => r.OrderedAt >= rows[rows.Count * 3 / 4].OrderedAt).Select(r => r.Key)])),
        new("a region missing", (rows, _) => rows.Count < 4 ? null : Without(rows, [.. rows.Where(r => r.Region == "south").Select(r => r.Key)])),
        new("rows without a region missing", (rows, _) => rows.Count < 20 ? null : Without(rows, [.. rows.Where(r => r.Region is null).Select(r => r.Key)])),
        new("the right side is empty", (rows, _) => rows.Count == 0 ? null : Without(rows, [.. rows.Select(r => r.Key)])),
        new("the left side is empty", (rows, _) => rows.Count == 0 ? null : new([], rows) { Added = [.. rows.Select(r => r.Key)] }),
        new("all times an hour later", (rows, _) => rows.Count == 0 ? null : new(rows, [.. rows.Select(r => r with { OrderedAt = r.OrderedAt!.Value.AddHours(1) })])
            { Modified = rows.ToDictionary(r => r.Key, IReadOnlyList<string> (_) => [nameof(OrderLine.OrderedAt)]) }),
        new("a pair that offsets itself in an order", (rows, random) => Offset(rows, random, r => r.OrderId)),
        new("a pair that offsets itself in a day", (rows, random) => Offset(rows, random, r => r.OrderedAt!.Value.Date)),
        new("a pair that offsets itself in a region", (rows, random) => Offset(rows, random, r => r.Region)),
        new("a row dropped, one added and one changed", (rows, random) =>
        {
            if (rows.Count < 2)
                return null;
            var (dropped, changed) = (Fault.Choose(rows, random, 2)[0], Fault.Choose(rows, random, 2)[1]);
            if (dropped == changed)
                return null;
            var other = changed with { Customer = "Zoe" };
            return new(rows, [.. rows.Where(r => r != dropped && r != changed), other, New(random)])
                { Removed = [dropped.Key], Added = [New(random).Key], Modified = new Dictionary<LineKey, IReadOnlyList<string>> { [changed.Key] = [nameof(OrderLine.Customer)] } };
        }),
    ];

    static OrderLine New(Random random) => OrderLines.Of(1, random)[0] with { OrderId = 7, LineId = 7 };

    static Planted Without(IReadOnlyList<OrderLine> rows, IReadOnlyList<LineKey> keys) => new(rows, [.. rows.Where(r => !keys.Contains(r.Key))]) { Removed = keys };

    static Planted? Repeated(IReadOnlyList<OrderLine> rows, Random random, int more)
    {
        if (rows.Count == 0)
            return null;
        var row = Fault.Choose(rows, random, 1)[0];
        return new(rows, [.. rows, .. Enumerable.Repeat(row, more)]) { Added = [.. Enumerable.Repeat(row.Key, more)], NonUniqueKeys = 1 };
    }

    // (x, x) against (x, y): which of them became y nobody can say.
    static Planted? OtherOfTwo(IReadOnlyList<OrderLine> rows, Random random)
    {
        if (rows.Count == 0)
            return null;
        var row = Fault.Choose(rows, random, 1)[0];
        return new([.. rows, row], [.. rows, row with { Customer = "Zoe" }]) { Added = [row.Key], Removed = [row.Key], NonUniqueKeys = 1 };
    }

    // The sides have equally many rows.
    static Planted? TwiceAndMissing(IReadOnlyList<OrderLine> rows, Random random)
    {
        if (rows.Count < 2)
            return null;
        var two = Fault.Choose(rows, random, 2);
        return new(rows, [.. rows.Where(r => r != two[1]), two[0]]) { Added = [two[0].Key], Removed = [two[1].Key], NonUniqueKeys = 1 };
    }

    // Each value stands where the other's stood; no column's values change.
    static Planted? Exchanged(IReadOnlyList<OrderLine> rows, Random random)
    {
        if (rows.Count < 2)
            return null;
        var two = Fault.Choose(rows, random, 2);
        OrderLine one = two[0] with { Amount = 10, Customer = "Ada" }, other = two[1] with { Amount = 20, Customer = "Bo" };
        List<OrderLine> rest = [.. rows.Where(r => !two.Contains(r))];
        return new([.. rest, one, other], [.. rest, one with { Amount = 20, Customer = "Bo" }, other with { Amount = 10, Customer = "Ada" }])
            { Modified = two.ToDictionary(r => r.Key, IReadOnlyList<string> (_) => [nameof(OrderLine.Customer), nameof(OrderLine.Amount)]) };
    }

    static Planted Rekeyed(IReadOnlyList<OrderLine> rows, OrderLine row) =>
        new(rows, [.. rows.Select(r => r == row ? r with { LineId = 99 } : r)]) { Removed = [row.Key], Added = [row.Key with { Line = 99 }] };

    // One row has as much more as another one less.
    static Planted? Offset(IReadOnlyList<OrderLine> rows, Random random, Func<OrderLine, object?> by)
    {
        if (rows.GroupBy(by).FirstOrDefault(g => g.Key is not null && g.Count() > 1) is not { } group)
            return null;
        var two = Fault.Choose([.. group], random, 2);
        OrderLine one = two[0] with { Amount = 10 }, other = two[1] with { Amount = 20 };
        List<OrderLine> rest = [.. rows.Where(r => !two.Contains(r))];
        return new([.. rest, one, other], [.. rest, one with { Amount = 15 }, other with { Amount = 15 }]) { Modified = two.ToDictionary(r => r.Key, _ => Amount) };
    }
}
