namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>All faults, and the tables that they are planted in.</summary>
static class FaultCatalogue
{
    public static IReadOnlyList<Fault> All { get; } = [.. RowFaults.All, .. KeyFaults.All, .. CellFaults.All, .. TypeFaults.All, .. EqualData.All];

    /// <summary>A fault in a table of so many rows, the right side's in another order; the same in each run.</summary>
    /// <returns>Null where there are too few rows.</returns>
    public static Planted? Plant(Fault fault, int rows)
    {
        var random = new Random(rows);
        if (fault.Plant(OrderLines.Of(rows, random), random) is not { } planted)
            return null;
        var rights = planted.Right.ToArray();
        random.Shuffle(rights);
        return planted with { Right = rights };
    }
}
