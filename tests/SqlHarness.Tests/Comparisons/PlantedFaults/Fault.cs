namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Something that goes wrong with a table, or that looks like it and is not wrong.</summary>
/// <param name="Name">What, in words.</param>
/// <param name="Plant">Plants it in rows; null where there are too few of them.</param>
sealed record Fault(string Name, Func<IReadOnlyList<OrderLine>, Random, Planted?> Plant)
{
    /// <summary>The key of the table unless a fault needs another.</summary>
    public static readonly IReadOnlyList<string> TableKey = [nameof(OrderLine.ShopId), nameof(OrderLine.OrderId), nameof(OrderLine.LineId)];

    /// <summary>What rows are matched by.</summary>
    public IReadOnlyList<string> Key { get; init; } = TableKey;

    /// <summary>The right side's table.</summary>
    public RightTable Right { get; init; }

    /// <summary>The engines that cannot store it, which is neither found nor passed.</summary>
    public IReadOnlyList<string> NotOn { get; init; } = [];

    /// <summary>A fault within one to three rows.</summary>
    /// <param name="name">What, in words.</param>
    /// <param name="columns">The columns that are to be reported.</param>
    /// <param name="left">What the rows are on the left.</param>
    /// <param name="right">What becomes of these on the right.</param>
    public static Fault Cell(string name, IReadOnlyList<string> columns, Func<OrderLine, OrderLine> left, Func<OrderLine, OrderLine> right) => new(name, (rows, random) =>
    {
        if (rows.Count == 0)
            return null;
        var chosen = Choose(rows, random, Math.Min(rows.Count, random.Next(1, 4)));
        var before = chosen.ToDictionary(r => r.Key, left);
        var lefts = rows.Select(r => before.GetValueOrDefault(r.Key, r)).ToList();
        return new(lefts, [.. lefts.Select(r => before.ContainsKey(r.Key) ? right(r) : r)])
        {
            Modified = columns.Count == 0 ? new() : chosen.ToDictionary(r => r.Key, _ => columns),
        };
    });

    /// <summary>Rows at random, each once.</summary>
    public static List<OrderLine> Choose(IReadOnlyList<OrderLine> rows, Random random, int count)
    {
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(count)];
    }

    public override string ToString() => Name;
}
