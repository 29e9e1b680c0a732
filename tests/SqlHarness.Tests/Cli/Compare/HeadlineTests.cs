using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class HeadlineTests
{
    [Theory]
    [InlineData(999_997, 3, 1, 0, "different: 3 of 1,000,000 rows modified, 1 added")]
    [InlineData(0, 1, 0, 0, "different: 1 of 1 row modified")]
    [InlineData(5, 0, 1, 0, "different: 1 row added")]
    [InlineData(5, 0, 2, 3, "different: 2 rows added, 3 removed")]
    [InlineData(5, 0, 0, 1, "different: 1 of 6 rows removed")]
    [InlineData(5, 0, 0, 0, "different: all 5 rows are equal in all else")]
    public void Rows_that_differ_are_counted(long identical, long modified, long added, long removed, string sentence) =>
        Headline.Of(OrderComparison.Identical with { Verdict = Verdict.Different, Rows = new(identical, modified, added, removed, 0, OrderComparison.Identical.Rows.Columns) }).ShouldBe(sentence);

    [Fact]
    public void Columns_and_totals_alone_can_differ()
    {
        var comparison = OrderComparison.Different;
        Headline.Of(comparison with { Rows = comparison.Rows with { Modified = 0, Added = 0, Removed = 0 } })
            .ShouldBe("different: column legacy is missing on the right; column loaded_at is on the right alone; totals differ; all 995 rows are equal in all else");
    }

    [Fact]
    public void A_sample_says_nothing_of_other_rows() => Headline.Of(OrderComparison.Identical with { Verdict = Verdict.SampleEqual }).ShouldBe("equal in a sample: 1,000 rows compared, 6 columns; nothing is said of the others");

    [Fact]
    public void Rules_that_hid_something_are_counted()
    {
        Headline.Of(OrderComparison.WithinRules with { Hidden = [new("within 1", "amount", 2), new("trimmed", "customer", 1), new("ignored", "day", 0)] }).ShouldBe("equal within the rules: 1,000 rows; 2 rules hid differences");
        Headline.Of(OrderComparison.WithinRules with { Hidden = [new("where amount > 0", null, 1)] }).ShouldBe("equal within the rules: 1,000 rows; 'where amount > 0' left out 1 row");
    }

    [Theory]
    [InlineData(0, 100, "0 %")]
    [InlineData(100, 100, "100 %")]
    [InlineData(1, 3, "33.33 %")]
    [InlineData(1, 1_000_000, "<0.01 %")]
    [InlineData(999_999, 1_000_000, ">99.99 %")]
    [InlineData(0, 0, "0 %")]
    public void A_share_is_neither_nothing_nor_all_by_rounding(long part, long whole, string share) => Words.Share(part, whole).ShouldBe(share);
}
