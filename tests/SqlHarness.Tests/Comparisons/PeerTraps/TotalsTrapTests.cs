using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Where totals pass elsewhere though they differ, or differ though they are equal.</summary>
public class TotalsTrapTests
{
    static readonly Measure Rows = new(0, Aggregation.Count), Sum = new(2, Aggregation.Sum);

    // Columns: an id, a group, a value.
    static TotalGroup Compare(IReadOnlyList<object?[]> left, IReadOnlyList<object?[]> right, params Measure[] measures) => TotalsReference.Of(left, right, [1], measures);

    static object?[] Row(string? group, object? value) => [1L, group, value];

    static string[] Differing(TotalGroup all) => [.. all.Below.Where(b => b.Differs).Select(b => CellText.Of(b.Key[0]))];

    // dbt_utils.equal_rowcount: the difference to a group that is not there is NULL, and counts 0.
    [Fact]
    public void Groups_of_one_side_differ()
    {
        var all = Compare([Row("x", 1), Row("y", 1)], [Row("z", 1), Row("z", 1)], Rows, new Measure(1, Aggregation.CountDistinct));
        all.Differs.ShouldBeTrue();
        Differing(all).ShouldBe([CellText.Of("x"), CellText.Of("y"), CellText.Of("z")]);
    }

    [Fact]
    public void An_empty_side_differs_from_either_side()
    {
        Compare([], [Row("x", 1), Row("x", 1), Row("x", 1)], Rows).Differs.ShouldBeTrue();
        Compare([Row("x", 1), Row("x", 1), Row("x", 1)], [], Rows).Differs.ShouldBeTrue();
    }

    // dbt_utils.equal_rowcount sums nothing to NULL, which is an error.
    [Fact]
    public void Two_empty_sides_are_equal() => Compare([], [], Rows, Sum).Differs.ShouldBeFalse();

    // dbt_utils.fewer_rows_than takes a group of one side for none.
    [Fact]
    public void A_group_of_one_side_whose_sum_is_zero_differs()
    {
        // dbt_expectations' equal_expression: NULL of the missing group is coalesced to 0.
        var all = Compare([Row("x", 1), Row("y", 0)], [Row("x", 1)], Rows, Sum);
        Differing(all).ShouldBe([CellText.Of("y")]);
        all.Below.Single(b => b.Differs).Right.ShouldBeNull();
    }

    // dbt_expectations' equal_expression joins groups by =, which NULL never meets: equal tables fail.
    [Fact]
    public void Groups_without_a_value_are_compared_as_others()
    {
        Compare([Row(null, 5)], [Row(null, 5)], Rows, Sum).Differs.ShouldBeFalse();
        Differing(Compare([Row(null, 5), Row("x", 1)], [Row(null, 6), Row("x", 1)], Rows, Sum)).ShouldBe([CellText.Of(null)]);
        Differing(Compare([Row(null, 5), Row("x", 1)], [Row("x", 1)], Rows, Sum)).ShouldBe([CellText.Of(null)]);
        Differing(Compare([Row(null, 5)], [Row("", 5), Row("", 5)], Rows, Sum)).Length.ShouldBe(2);
    }

    // dbt_expectations' tolerance_percent divides by the one side: 0 and NULL make NULL, a negative one a ratio below 0.
    [Theory]
    [InlineData(0, 100)]
    [InlineData(null, 100)]
    [InlineData(-100, 100)]
    [InlineData(100, 0)]
    [InlineData(100, null)]
    public void A_part_of_nothing_is_nothing(int? left, int? right)
    {
        var twentieth = Sum with { Tolerance = Tolerance.Relative(0.05) };
        Compare([Row("x", left)], [Row("x", right)], twentieth).Differs.ShouldBeTrue();
        Compare([Row("x", right)], [Row("x", left)], twentieth).Differs.ShouldBeTrue();
        Compare([Row("x", 100)], [Row("x", 104)], twentieth).Differs.ShouldBeFalse();
    }

    // dbt_expectations coalesces both.
    [Fact]
    public void A_sum_of_nothing_is_not_zero() => Compare([Row("x", null)], [Row("x", 0)], Sum).Differs.ShouldBeTrue();

    // SQL Server's SUM(int) overflows (DVT#1789), SQLite's raises an error, ClickHouse's wraps.
    [Fact]
    public void Sums_are_wider_than_what_is_summed()
    {
        var all = Compare([Row("x", long.MaxValue), Row("x", long.MaxValue)], [Row("x", long.MaxValue), Row("x", long.MaxValue - 1)], Sum);
        all.Differs.ShouldBeTrue();
        ((decimal)all.Left![0]! - (decimal)all.Right![0]!).ShouldBe(1);
    }

    // DVT casts sums to single precision: 16 777 217 is 16 777 216.
    [Fact]
    public void Sums_keep_their_units() => Compare([Row("x", 16_777_216), Row("x", 1)], [Row("x", 16_777_216)], Sum).Differs.ShouldBeTrue();

    // Whoever compares totals alone.
    [Fact]
    public void Errors_that_offset_each_other_in_a_group_are_not_in_totals_and_are_in_rows()
    {
        object?[][] left = [[1L, "x", 10m], [2L, "x", 20m]], right = [[1L, "x", 15m], [2L, "x", 15m]];
        Compare(left, right, Rows, Sum).Differs.ShouldBeFalse();
        RowComparisonReference.Of(left, right, 3, [0], ColumnTolerances.Of([], new Dictionary<string, Tolerance>())).Modified.ShouldBe(2);
        // Those of two groups are in the groups, though not in the whole.
        left[1][1] = right[1][1] = "y";
        TotalsReference.Of(left, right, [1], [Sum]).Differs.ShouldBeFalse();
    }
}
