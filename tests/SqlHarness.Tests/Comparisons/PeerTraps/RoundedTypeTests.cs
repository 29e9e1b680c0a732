using LinqToDB.Mapping;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>What rounding to a common type hides has to be listed as any other rule is.</summary>
public sealed class RoundedTypeTests(TrapTables tables) : IClassFixture<TrapTables>
{
    // datacompy's whole numbers through double; here it is a change of type that does it.
    [Fact]
    public void A_whole_number_that_only_rounding_to_a_double_makes_equal_is_not_identical() =>
        tables.Compare<LongRow, DoubleRow>([new() { Id = 1, Value = 9_007_199_254_740_993 }], [new() { Id = 1, Value = 9_007_199_254_740_992 }]).Verdict.ShouldNotBe(Verdict.Identical);

    [Table("long_rows")]
    public sealed class LongRow
    {
        [Column("id")] public long Id { get; set; }
        [Column("value_of")] public long? Value { get; set; }
    }

    [Table("double_rows")]
    public sealed class DoubleRow
    {
        [Column("id")] public long Id { get; set; }
        [Column("value_of")] public double? Value { get; set; }
    }
}
