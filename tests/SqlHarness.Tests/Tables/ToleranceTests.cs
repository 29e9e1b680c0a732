using SqlHarness.Tables;

namespace SqlHarness.Tests.Tables;

public class ToleranceTests
{
    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    static bool Equal(Tolerance tolerance, object? expected, object? actual)
    {
        tolerance.AreEqual(expected, expected).ShouldBeTrue();
        return tolerance.AreEqual(expected, actual);
    }

    static bool Symmetric(Tolerance tolerance, object? x, object? y)
    {
        var equal = Equal(tolerance, x, y);
        Equal(tolerance, y, x).ShouldBe(equal);
        return equal;
    }

    [Fact]
    public void An_absolute_tolerance_includes_its_bound()
    {
        var cent = Tolerance.Absolute(0.01m);
        Symmetric(cent, 1.00m, 1.01m).ShouldBeTrue();
        Symmetric(cent, 1.00m, 1.0100001m).ShouldBeFalse();
        Symmetric(cent, -0.005m, 0.005m).ShouldBeTrue();
        Symmetric(cent, -0.005m, 0.0051m).ShouldBeFalse();
        Symmetric(Tolerance.Absolute(1), 9_007_199_254_740_993L, 9_007_199_254_740_992L).ShouldBeTrue();
        Symmetric(Tolerance.Absolute(0.5m), 9_007_199_254_740_993L, 9_007_199_254_740_992L).ShouldBeFalse();
        Symmetric(cent, decimal.MaxValue, decimal.MinValue).ShouldBeFalse();
        Symmetric(Tolerance.Absolute(0), 1e-30, 2e-30).ShouldBeFalse();
    }

    [Fact]
    public void Floating_point_numbers_are_as_far_apart_as_their_text_says()
    {
        // In binary the difference is 0.010000000000000009.
        Symmetric(Tolerance.Absolute(0.01m), 0.3, 0.31).ShouldBeTrue();
        Symmetric(Tolerance.Absolute(0.01m), 0.3f, 0.31f).ShouldBeTrue();
        Symmetric(Tolerance.Absolute(0.01m), 0.3, 0.3100001).ShouldBeFalse();
        Symmetric(Tolerance.Absolute(1e27m), 2e27, 3e27).ShouldBeTrue();
        Symmetric(Tolerance.Absolute(1e27m), 2e27, 3.1e27).ShouldBeFalse();
    }

    [Fact]
    public void A_relative_tolerance_is_a_part_of_the_larger_number()
    {
        var percent = Tolerance.Relative(0.01);
        Symmetric(percent, 99m, 100m).ShouldBeTrue();
        Symmetric(percent, 98.99m, 100m).ShouldBeFalse();
        Symmetric(percent, 99.5, 100.0).ShouldBeTrue();
        Symmetric(percent, 0.0, 1e-300).ShouldBeFalse();
        Symmetric(percent, -1.0, 1.0).ShouldBeFalse();
        Symmetric(Tolerance.Relative(1e-15), 9_007_199_254_740_993L, 9_007_199_254_740_992L).ShouldBeTrue();
        Symmetric(Tolerance.Relative(1e-16), 9_007_199_254_740_993L, 9_007_199_254_740_992L).ShouldBeFalse();
        Symmetric(percent, double.MaxValue, -double.MaxValue).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => Tolerance.Relative(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => Tolerance.Relative(1));
    }

    [Theory]
    [InlineData(2.675, 2.68, true)]
    [InlineData(2.665, 2.67, true)]
    [InlineData(-2.675, -2.68, true)]
    [InlineData(0.0049, 0.005, false)]
    [InlineData(0.0, -0.0, true)]
    [InlineData(1e300, 1.1e300, false)]
    public void Decimals_round_half_away_from_zero(double x, double y, bool equal)
    {
        Symmetric(Tolerance.Decimals(2), x, y).ShouldBe(equal);
        if (Math.Abs(x) < 1e20)
            Symmetric(Tolerance.Decimals(2), (decimal)x, (decimal)y).ShouldBe(equal);
    }

    [Fact]
    public void What_is_no_number_equals_only_itself()
    {
        foreach (var tolerance in new[] { Tolerance.Absolute(1e28m), Tolerance.Relative(0.5), Tolerance.Decimals(0) })
        {
            double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5];
            foreach (var x in odd)
                odd.Where(y => Equal(tolerance, x, y)).ShouldBe([x], $"{tolerance} of {x}");
            Symmetric(tolerance, 0.0, -0.0).ShouldBeTrue();
        }
    }

    [Fact]
    public void Times_are_within_a_span_or_cut_to_a_unit()
    {
        var second = TimeSpan.FromSeconds(1);
        Symmetric(Tolerance.Within(second), Nine, Nine.AddSeconds(1)).ShouldBeTrue();
        Symmetric(Tolerance.Within(second), Nine, Nine.AddSeconds(1).AddTicks(1)).ShouldBeFalse();
        Symmetric(Tolerance.Within(second), DateTime.MinValue, DateTime.MaxValue).ShouldBeFalse();
        Symmetric(Tolerance.Within(second), TimeSpan.MinValue, TimeSpan.MaxValue).ShouldBeFalse();
        Symmetric(Tolerance.TimePrecision(second), Nine, Nine.AddMilliseconds(999)).ShouldBeTrue();
        Symmetric(Tolerance.TimePrecision(second), Nine, Nine.AddTicks(-1)).ShouldBeFalse();
        Symmetric(Tolerance.TimePrecision(second), TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1)).ShouldBeFalse();
        Symmetric(Tolerance.TimePrecision(second), -second, TimeSpan.FromTicks(-1)).ShouldBeTrue();
        Symmetric(Tolerance.TimePrecision(TimeSpan.FromDays(7)), new DateOnly(2025, 1, 6), new DateOnly(2025, 1, 12)).ShouldBeTrue();
        Symmetric(Tolerance.TimePrecision(TimeSpan.FromDays(7)), new DateOnly(2025, 1, 5), new DateOnly(2025, 1, 6)).ShouldBeFalse();
    }

    [Fact]
    public void Texts_are_trimmed_of_spaces_or_compared_ignoring_case()
    {
        Symmetric(Tolerance.Trimmed, "a", " a  ").ShouldBeTrue();
        Symmetric(Tolerance.Trimmed, "a", "a\t").ShouldBeFalse();
        Symmetric(Tolerance.Trimmed, "a", "A").ShouldBeFalse();
        Symmetric(Tolerance.IgnoringCase, "straße é 𐐀", "STRAßE É 𐐨").ShouldBeTrue();
        Symmetric(Tolerance.IgnoringCase, "ß", "SS").ShouldBeFalse();
        Symmetric(Tolerance.IgnoringCase, "é", "E").ShouldBeFalse();
    }

    [Fact]
    public void Null_equals_only_null_unless_the_empty_text_is_null()
    {
        foreach (var tolerance in new[] { Tolerance.Trimmed, Tolerance.IgnoringCase, Tolerance.Of<string>((_, _) => true) })
            Symmetric(tolerance, null, "").ShouldBeFalse();
        foreach (var tolerance in new[] { Tolerance.Absolute(1), Tolerance.Relative(0.5), Tolerance.Decimals(0) })
            Symmetric(tolerance, null, 0m).ShouldBeFalse();
        Symmetric(Tolerance.EmptyIsNull, null, "").ShouldBeTrue();
        Symmetric(Tolerance.EmptyIsNull, null, " ").ShouldBeFalse();
        Symmetric(Tolerance.Trimmed.And(Tolerance.EmptyIsNull), null, " ").ShouldBeTrue();
    }

    [Fact]
    public void Two_tolerances_forgive_what_each_of_them_forgives()
    {
        Symmetric(Tolerance.Trimmed.And(Tolerance.IgnoringCase), "a", " A").ShouldBeTrue();
        Symmetric(Tolerance.Trimmed.And(Tolerance.IgnoringCase), "a", " b").ShouldBeFalse();
        var both = Tolerance.Relative(0.01).And(Tolerance.Absolute(0.001m));
        Symmetric(both, 0.0, 0.001).ShouldBeTrue();
        Symmetric(both, 100.0, 101.0).ShouldBeTrue();
        Symmetric(both, 0.0, 0.0011).ShouldBeFalse();
        both.ToString().ShouldBe("within 0.01 of the value, within 0.001");
    }

    [Fact]
    public void A_rule_of_ones_own_sees_the_expected_value_first()
    {
        var atMost = Tolerance.Of<int>((expected, actual) => actual <= expected);
        Equal(atMost, 2, 1).ShouldBeTrue();
        Equal(atMost, 1, 2).ShouldBeFalse();
    }
}
