using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>What is not finite equals itself alone under every tolerance, though half of an infinity is an infinity and engines disagree on what NaN is less than.</summary>
public sealed class NotFiniteToleranceTests(TrapTables tables) : IClassFixture<TrapTables>
{
    [Theory]
    [InlineData(double.PositiveInfinity, 1.0)]
    [InlineData(1.0, double.NegativeInfinity)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    public void An_infinity_is_not_near_to_anything(double left, double right)
    {
        foreach (var tolerance in new[] { Tolerance.Relative(0.5), Tolerance.Absolute(1000) })
        {
            tolerance.AreEqual(left, right).ShouldBeFalse();
            tables.Rows([new TrapRow { Id = 1, Weight = left }], [new TrapRow { Id = 1, Weight = right }], new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.Weight)] = tolerance } })
                .ShouldBe((0, 1, 0, 0, 0), tolerance.ToString());
        }
    }

    // SQLite has no NaN.
    [Fact]
    public void NaN_is_not_near_to_anything()
    {
        foreach (var tolerance in new[] { Tolerance.Relative(0.5), Tolerance.Absolute(1000) })
        {
            tables.Rows([new TrapRow { Id = 1, Weight = double.NaN }], [new TrapRow { Id = 1, Weight = 1 }], new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.Weight)] = tolerance } }, "duckdb")
                .ShouldBe((0, 1, 0, 0, 0), tolerance.ToString());
        }
    }
}
