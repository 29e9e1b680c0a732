namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>The row of every composed query.</summary>
sealed class Cell
{
    public int? A { get; set; }
    public int? B { get; set; }
    public int? C { get; set; }
}
