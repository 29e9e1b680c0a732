using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class TotalDeltaTests
{
    static readonly TotalMeasure Sum = new("amount", Aggregation.Sum), Rows = new(null, Aggregation.Count), Greatest = new("at", Aggregation.Maximum);

    static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_is_right_minus_left()
    {
        TotalDelta.Of(Sum, 0.1m, 0.3m).ShouldBe(0.2m);
        TotalDelta.Of(Rows, 9_223_372_036_854_775_807L, -1L).ShouldBe(-9_223_372_036_854_775_808m);
        TotalDelta.Of(Sum, 1.5, 1L).ShouldBe(-0.5);
        TotalDelta.Of(Greatest, Noon, Noon.AddHours(25)).ShouldBe(TimeSpan.FromHours(25));
        TotalDelta.Of(Greatest, new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 1)).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void What_is_not_there_counts_for_nothing_and_has_no_greatest_value()
    {
        TotalDelta.Of(Sum, null, 5m).ShouldBe(5m);
        TotalDelta.Of(Rows, 5L, null).ShouldBe(-5m);
        TotalDelta.Of(Greatest, null, Noon).ShouldBeNull();
        TotalDelta.Of(Sum, null, null).ShouldBeNull();
    }

    [Fact]
    public void Two_decimals_may_be_further_apart_than_a_decimal_holds() => TotalDelta.Of(Sum, decimal.MinValue, decimal.MaxValue).ShouldBe(2 * (double)decimal.MaxValue);

    [Fact]
    public void Texts_and_masked_values_have_none()
    {
        TotalDelta.Of(Greatest, "a", "b").ShouldBeNull();
        TotalDelta.Of(Sum, new MaskedValue(1), new MaskedValue(2)).ShouldBeNull();
        TotalDelta.Of(Sum, null, new MaskedValue(2)).ShouldBeNull();
    }

    [Fact]
    public void As_text_it_has_its_sign()
    {
        TotalDelta.Text(Sum, 1m, 3.50m).ShouldBe("+2.50");
        TotalDelta.Text(Sum, 3m, 1m).ShouldBe("-2");
        TotalDelta.Text(Sum, 3m, 3.0m).ShouldBe("");
        TotalDelta.Text(Greatest, Noon, Noon.AddSeconds(-1)).ShouldBe("-00:00:01");
    }
}
