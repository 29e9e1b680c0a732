namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Which row of the table.</summary>
/// <param name="Shop">Its shop.</param>
/// <param name="Order">Its order; NULL in some.</param>
/// <param name="Line">The line of the order.</param>
readonly record struct LineKey(int Shop, long? Order, long? Line)
{
    public override string ToString() => $"{Order?.ToString() ?? "NULL"}/{Line?.ToString() ?? "NULL"}";
}
