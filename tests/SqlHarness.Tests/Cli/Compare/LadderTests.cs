using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class LadderTests
{
    static string[] Lines(TotalsComparison totals, int below, int all) => [.. Ladder.Of(totals, below, all).Select(l => $"{l.Depth} {l.Text}")];

    [Fact]
    public void Groups_that_differ_are_opened_and_the_others_counted() =>
        Lines(OrderComparison.Totals with { All = Presented.Of(OrderComparison.Different, Mask.None).Totals!.All }, 10, 60).ShouldBe(["0 all rows", "1 Anna Abel", "2 2024-02-01", "2 1 is equal", "1 Dora Diehl", "1 1 is equal"]);

    [Fact]
    public void Upper_levels_are_shown_before_lower_ones_where_there_are_more_than_may_be() =>
        Lines(BigComparison.Of(1, 5).Totals!, 3, 6).ShouldBe(["0 all rows", "1 0", "2 0", "2 1", "2 28 more differ", "1 1", "2 30 more differ", "1 2", "2 30 more differ", "1 2 more differ"]);

    [Fact]
    public void Of_a_group_the_totals_that_are_not_the_same_are_shown()
    {
        var lines = Ladder.Of(OrderComparison.Totals, 10, 60);
        lines[1].Totals.ShouldBe([new("sum of amount", "7330.57", "7332.61", "+2.04")]);
        lines[4].Totals.ShouldBe([new("rows", "1", "—", "-1"), new("sum of amount", "5.5", "—", "-5.5"), new("greatest of customer", "Dora Diehl", "—", "")]);
    }

    [Fact]
    public void What_was_not_looked_into_and_what_offsets_is_said() => Ladder.Remarks(OrderComparison.Totals with { HasOffsetting = true, NotFollowed = 1 }).ShouldBe(
        ["Rows differ where totals are equal: differences that offset each other.", "1 more group that differs was not looked into; 2 at each level were."]);
}
