namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Two tables, and what a comparison by the fault's key must report of them, no more and no less.</summary>
/// <param name="Left">The left side's rows.</param>
/// <param name="Right">The right side's.</param>
sealed record Planted(IReadOnlyList<OrderLine> Left, IReadOnlyList<OrderLine> Right)
{
    /// <summary>The rows of both sides that differ, with the columns that do.</summary>
    public IReadOnlyDictionary<LineKey, IReadOnlyList<string>> Modified { get; init; } = new Dictionary<LineKey, IReadOnlyList<string>>();

    /// <summary>The rows of the right side alone, as often as they stand there.</summary>
    public IReadOnlyList<LineKey> Added { get; init; } = [];

    /// <summary>The rows of the left side alone.</summary>
    public IReadOnlyList<LineKey> Removed { get; init; } = [];

    /// <summary>How many keys stand more than once on a side.</summary>
    public long NonUniqueKeys { get; init; }

    /// <summary>Whether nothing is to be reported.</summary>
    public bool IsEqual => Modified.Count + Added.Count + Removed.Count == 0;

    /// <summary>The same in a shop of its own.</summary>
    public Planted In(int shop) => new([.. Left.Select(r => r with { ShopId = shop })], [.. Right.Select(r => r with { ShopId = shop })])
    {
        Modified = Modified.ToDictionary(m => m.Key with { Shop = shop }, m => m.Value), NonUniqueKeys = NonUniqueKeys,
        Added = [.. Added.Select(k => k with { Shop = shop })], Removed = [.. Removed.Select(k => k with { Shop = shop })],
    };

    /// <summary>What there is to report without a key: what remains when equal rows of both sides are taken away.</summary>
    public Planted AsBags()
    {
        var counts = new Dictionary<OrderLine, int>();
        foreach (var row in Left)
            counts[row] = counts.GetValueOrDefault(row) + 1;
        foreach (var row in Right)
            counts[row] = counts.GetValueOrDefault(row) - 1;
        return new(Left, Right)
        {
            Removed = [.. counts.SelectMany(c => Enumerable.Repeat(c.Key.Key, Math.Max(c.Value, 0)))],
            Added = [.. counts.SelectMany(c => Enumerable.Repeat(c.Key.Key, Math.Max(-c.Value, 0)))],
        };
    }

    /// <summary>What is reported, in a few words: <c>modified (Comment)</c>.</summary>
    public string Said
    {
        get
        {
            List<string> parts = [];
            if (Modified.Count > 0)
                parts.Add($"modified ({string.Join(", ", Modified.Values.SelectMany(c => c).Distinct())})");
            if (Removed.Count > 0)
                parts.Add("removed");
            if (Added.Count > 0)
                parts.Add("added");
            if (parts.Count == 0)
                parts.Add("equal");
            if (NonUniqueKeys > 0)
                parts.Add("key not unique");
            return string.Join(", ", parts);
        }
    }
}
