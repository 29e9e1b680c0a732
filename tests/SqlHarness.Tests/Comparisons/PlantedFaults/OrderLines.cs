namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Makes the table that faults are planted in.</summary>
static class OrderLines
{
    static readonly string?[] Customers = ["Ada", "Bo", "Çağla", "Dóra", "Emil", null], Regions = ["north", "south", "east", "west", null], Comments = ["", "fragile", "call first", "ring twice", "a|b", null];

    /// <summary>So many rows, three to an order, of three days. Keys are unique; all else has NULLs here and there.</summary>
    public static IReadOnlyList<OrderLine> Of(int rows, Random random) => [.. Enumerable.Range(0, rows).Select(i => Line(i, random))];

    static OrderLine Line(int i, Random random)
    {
        var at = new DateTime(2024, 2, 28, 22, 0, 0, DateTimeKind.Utc).AddMinutes(i / 3 * 17).AddMicroseconds(random.Next(1_000_000));
        return new()
        {
            OrderId = 1000 + i / 3, LineId = i % 3 + 1, Customer = Customers[random.Next(6)], Region = Regions[i / 3 % 5], Comment = Comments[random.Next(6)],
            Quantity = random.Next(8) == 0 ? null : random.Next(100), Amount = random.Next(8) == 0 ? null : random.Next(-10_000, 1_000_000) / 100m, UnitCost = random.Next(1_000_000_000) / 1_000_000m,
            // Eighths: a sum of them is exact in whatever order they are added.
            Weight = random.Next(8) == 0 ? null : random.Next(800) / 8.0, IsPaid = random.Next(3) switch { 0 => null, var n => n == 1 }, OrderedAt = at,
            ShippedAt = random.Next(4) == 0 ? null : at.AddHours(random.Next(1, 100)), LoadedAt = at.AddHours(2),
        };
    }
}
