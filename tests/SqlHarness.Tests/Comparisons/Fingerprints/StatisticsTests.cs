using SqlHarness.Portability;

namespace SqlHarness.Tests.Comparisons.Fingerprints;

/// <summary>What DuckDB says it knows of values, and what it does not say.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData("[Min: -5, Max: 9999999][Has Null: false, Has No Null: true][Approx Unique: 10000000]", -5L, 9_999_999L, false)]
    [InlineData("[Min: 0, Max: 0][Has Null: true, Has No Null: true]", 0L, 0L, true)]
    public void Ranges_are_read(string said, long least, long greatest, bool hasNull) => Statistics.OfWholeNumbers(said).ShouldBe((least, greatest, hasNull));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[Min: NULL, Max: NULL][Has Null: true, Has No Null: false]")]
    [InlineData("[Min: 0.00, Max: 12499.88][Has Null: false, Has No Null: true]")]
    [InlineData("[Min: 0, Max: 99999999999999999999][Has Null: false, Has No Null: true]")]
    [InlineData("[Min: 0, Max: 9]")]
    public void What_is_not_said_is_not_known(string? said) => Statistics.OfWholeNumbers(said).ShouldBeNull();
}
