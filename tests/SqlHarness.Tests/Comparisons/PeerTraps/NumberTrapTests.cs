using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Where others lose digits, or cannot say what a number is.</summary>
public sealed class NumberTrapTests(TrapTables tables) : IClassFixture<TrapTables>
{
    static TrapRow Number(long? number) => new() { Id = 1, Number = number };

    static TrapRow Price(decimal? price) => new() { Id = 1, Price = price };

    static TrapRow Weight(double? weight) => new() { Id = 1, Weight = weight };

    static ComparisonOptions Within(string column, Tolerance tolerance) => new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [column] = tolerance } };

    // datacompy goes through double; DVT's keys of many digits became floating-point numbers.
    [Theory]
    [InlineData(9_007_199_254_740_992, 9_007_199_254_740_993)]
    [InlineData(-9_007_199_254_740_993, -9_007_199_254_740_992)]
    [InlineData(long.MaxValue, long.MaxValue - 1)]
    [InlineData(long.MinValue, long.MinValue + 1)]
    public void Whole_numbers_beyond_2_to_the_53_are_told_apart_in_cells_and_in_keys(long left, long right)
    {
        tables.Rows([Number(left)], [Number(right)]).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows([Number(left)], [Number(right)], new() { Key = [nameof(TrapRow.Number)] }).ShouldBe((0, 0, 1, 1, 0));
    }

    // DVT rounds to single precision, which has no 16 777 217.
    [Theory]
    [InlineData(16_777_216, 16_777_217)]
    [InlineData(123_456_788, 123_456_789.12)]
    // Decimals of 15 digits, by which data-diff, reladiff and SQLMesh write doubles on PostgreSQL, or of a few places.
    [InlineData(123456789012345.678901, 123456789012345.67)]
    [InlineData(0.3, 0.1 + 0.2)]
    [InlineData(0, 5e-324)]
    [InlineData(0, 1e-9)]
    [InlineData(1e300, 1.0000000000000001e300)]
    public void Doubles_are_told_apart_by_their_last_bit(double left, double right)
    {
        if (left.Equals(right))
            right = Math.BitIncrement(left);
        tables.Rows([Weight(left)], [Weight(right)]).ShouldBe((0, 1, 0, 0, 0));
    }

    // SQLMesh on DuckDB casts decimals through double.
    [Fact]
    public void Decimals_are_told_apart_by_the_last_of_eighteen_digits() => tables.Rows([Price(123456789012.345678m)], [Price(123456789012.345679m)]).ShouldBe((0, 1, 0, 0, 0));

    // SQLMesh rounds to three decimals unless it is told otherwise.
    [Fact]
    public void No_decimals_are_left_out_unless_that_is_stated_and_then_it_is_listed()
    {
        tables.Rows([Price(1.0001m)], [Price(1.0004m)]).ShouldBe((0, 1, 0, 0, 0));
        var found = tables.Compare([Price(1.0001m)], [Price(1.0004m)], Within(nameof(TrapRow.Price), Tolerance.Decimals(3)));
        (found.Verdict, found.Hidden.Single()).ShouldBe((Verdict.EqualWithinRules, new HiddenDifference("in 3 decimals", nameof(TrapRow.Price), 1)));
    }

    // Engines round 2.5 to 2 or to 3, DuckDB and PostgreSQL each in its way.
    [Theory]
    [InlineData("2.5", "3", true)]
    [InlineData("-2.5", "-3", true)]
    [InlineData("2.5", "2", false)]
    [InlineData("0.5", "0", false)]
    [InlineData("2.499999", "2", true)]
    public void Halves_are_rounded_away_from_zero_on_all_engines(string left, string right, bool areEqual) =>
        tables.Rows([Price(decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture))], [Price(decimal.Parse(right, System.Globalization.CultureInfo.InvariantCulture))], Within(nameof(TrapRow.Price), Tolerance.Decimals(0)))
            .Modified.ShouldBe(areEqual ? 0 : 1);

    // Decimals as texts: 1.10 is not '1.1' on some engines, and .71 not '0.71'.
    [Fact]
    public void Zeros_at_the_end_of_a_decimal_do_not_count() => tables.Compare([Price(1.10m)], [Price(1.1m)]).Verdict.ShouldBe(Verdict.Identical);

    // data-diff#883: texts of −0 and 0 are two.
    [Fact]
    public void Minus_zero_is_zero_in_cells_and_in_keys()
    {
        tables.Compare([Weight(0)], [Weight(-0.0)]).Verdict.ShouldBe(Verdict.Identical);
        tables.Rows([Weight(-0.0)], [Weight(0)], new() { Key = [nameof(TrapRow.Weight)] }).ShouldBe((1, 0, 0, 0, 0));
        tables.Rows([Weight(-0.0)], [Weight(0)], new() { Key = [] }).ShouldBe((1, 0, 0, 0, 0));
    }

    // What is cast to decimals cannot be NaN: on DuckDB and PostgreSQL a peer's query fails, or both become NULL.
    [Fact]
    public void NaN_equals_NaN_and_nothing_else()
    {
        tables.Compare([Weight(double.NaN)], [Weight(double.NaN)], engine: "duckdb").Verdict.ShouldBe(Verdict.Identical);
        foreach (var other in new double?[] { 0, null, double.PositiveInfinity, double.MaxValue })
        {
            tables.Rows([Weight(double.NaN)], [Weight(other)], engine: "duckdb").ShouldBe((0, 1, 0, 0, 0));
            tables.Rows([Weight(double.NaN)], [Weight(other)], new() { Key = [nameof(TrapRow.Weight)] }, "duckdb").ShouldBe((0, 0, 1, 1, 0));
        }
    }

    [Fact]
    public void Infinities_equal_themselves_alone()
    {
        tables.Compare([Weight(double.PositiveInfinity)], [Weight(double.PositiveInfinity)]).Verdict.ShouldBe(Verdict.Identical);
        tables.Rows([Weight(double.PositiveInfinity)], [Weight(double.NegativeInfinity)]).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows([Weight(double.PositiveInfinity)], [Weight(double.MaxValue)]).ShouldBe((0, 1, 0, 0, 0));
    }

    // NULL and 0 are one to whoever writes coalesce(x, 0).
    [Fact]
    public void NULL_is_not_zero()
    {
        var found = tables.Compare([new TrapRow { Id = 1, Number = 0, Price = 0, Weight = 0, At = DateTime.UnixEpoch }], [new TrapRow { Id = 1 }]);
        TrapTables.Differing(found).ShouldBe([nameof(TrapRow.Number), nameof(TrapRow.Price), nameof(TrapRow.Weight), nameof(TrapRow.At)]);
        found.Columns.Sum(c => c.Counts.RightNull).ShouldBe(4);
    }

    // Values on a grid: 0.0049 and 0.0051 are on two sides of a line.
    [Fact]
    public void A_distance_has_no_edges()
    {
        tables.Rows([Price(0.0049m)], [Price(0.0051m)], Within(nameof(TrapRow.Price), Tolerance.Absolute(0.001m))).ShouldBe((1, 0, 0, 0, 0));
        tables.Rows([Weight(0.3)], [Weight(0.31)], Within(nameof(TrapRow.Weight), Tolerance.Absolute(0.01m))).ShouldBe((1, 0, 0, 0, 0));
        tables.Rows([Weight(0.3)], [Weight(0.3100001)], Within(nameof(TrapRow.Weight), Tolerance.Absolute(0.01m))).ShouldBe((0, 1, 0, 0, 0));
    }

    // datacompy's |a − b| <= a part of |b| is another answer the other way round; dbt_expectations divides by a.
    [Theory]
    [InlineData(100, 112, false)]
    [InlineData(100, 111, true)]
    [InlineData(-100, 100, false)]
    [InlineData(0, 100, false)]
    [InlineData(0, 1e-300, false)]
    public void A_part_of_the_value_is_the_same_from_either_side(double left, double right, bool areEqual)
    {
        var tenth = Within(nameof(TrapRow.Weight), Tolerance.Relative(0.1));
        tables.Rows([Weight(left)], [Weight(right)], tenth).Modified.ShouldBe(areEqual ? 0 : 1);
        tables.Rows([Weight(right)], [Weight(left)], tenth).Modified.ShouldBe(areEqual ? 0 : 1);
    }
}
