using static SqlHarness.Tests.Comparisons.Explanations.Differences;

namespace SqlHarness.Tests.Comparisons.Explanations;

/// <summary>Each rule about a column: an example, and near misses that it does not explain.</summary>
public class ColumnRuleTests
{
    [Theory]
    [InlineData("2024-01-01 10:00", "2024-01-01 11:00", "2024-02-01 23:30", "2024-02-02 00:30", "c is exactly one hour later on the right (3,600,000,000 microseconds), in both differences looked at.")]
    [InlineData("2024-01-08", "2024-01-01", "2024-03-08", "2024-03-01", "c is exactly 7 days earlier on the right (604,800,000,000 microseconds), in both differences looked at.")]
    [InlineData("2024-01-01 10:00:00.000001", "2024-01-01 10:00:00.000003", "2024-01-01 10:00:01", "2024-01-01 10:00:01.000002", "c is exactly 2 microseconds later on the right (2 microseconds), in both differences looked at.")]
    [InlineData("2024-01-01 10:00", "2024-01-01 11:00", "2024-07-01 10:00", "2024-07-01 12:00", "c is one hour later or 2 hours later on the right, as a time zone with summer time makes it, in both differences looked at.")]
    [InlineData("2024-01-01 10:00:00.9", "2024-01-01 10:00:00", "2024-07-01 10:00:05.000001", "2024-07-01 10:00:05", "c is cut to seconds on the right, in both differences looked at.")]
    [InlineData("2024-01-01 10:00:59", "2024-01-01 10:00", "2024-07-01 10:07:05", "2024-07-01 10:07", "c is cut to minutes on the right, in both differences looked at.")]
    [InlineData("2024-01-01", "2024-01-01 10:00", "2024-07-01", "2024-07-01 00:07:05", "c is cut to days on the left, in both differences looked at.")]
    [InlineData("2024-01-01 10:00:59", "2024-01-01 10:01", "2024-07-01 10:07:05.1", "2024-07-01 10:07:05", null)]
    [InlineData("2024-01-01 10:00", "2024-01-01 11:00", "2024-07-01 10:00", "2024-07-01 12:30", null)]
    public void Times(string left1, string right1, string left2, string right2, string? sentence) => Of<DateTime>((Time(left1), Time(right1)), (Time(left2), Time(right2))).ShouldBe(sentence);

    [Theory]
    [InlineData("1", "101", "5", "105", "c on the right is left + 100, in both differences looked at.")]
    [InlineData("1.5", "1.25", "5", "4.75", "c on the right is left - 0.25, in both differences looked at.")]
    [InlineData("1.50", "150", "-2", "-200.0", "c on the right is 100 times left, in both differences looked at.")]
    [InlineData("150", "1.5", "3", "0.03", "c on the right is left / 100, in both differences looked at.")]
    [InlineData("1", "1.19", "3", "3.57", "c on the right is 1.19 times left, in both differences looked at.")]
    [InlineData("3", "2", "-9", "-6", "c on the right is left * 2 / 3, in both differences looked at.")]
    [InlineData("1.5", "-1.5", "-3", "3", "c has the other sign on the right, in both differences looked at.")]
    [InlineData("1.234", "1.23", "2.345", "2.35", "c is rounded to 2 decimals, halves away from zero, on the right, in both differences looked at.")]
    [InlineData("1.236", "1.24", "2.345", "2.34", "c is rounded to 2 decimals, halves to even, on the right, in both differences looked at.")]
    [InlineData("1.236", "1.24", "2.344", "2.34", "c is rounded to 2 decimals on the right, in both differences looked at.")]
    [InlineData("1.6", "1", "-2.7", "-2", "c is truncated to whole numbers on the right, in both differences looked at.")]
    [InlineData("2", "1.6", "3", "2.7", "c is rounded to whole numbers on the left, in both differences looked at.")]
    [InlineData("1.5", null, "3", null, "c is NULL on the right where it has values on the left: they are lost, in both differences looked at.")]
    [InlineData("0.00", null, "0", null, "c is NULL on the right where it is 0 on the left, in both differences looked at.")]
    [InlineData(null, "0", null, "0.0", "c is 0 on the right where it is NULL on the left, in both differences looked at.")]
    [InlineData(null, "9.90", null, "9.9", "c is 9.9 on the right where it is NULL on the left, in both differences looked at.")]
    [InlineData(null, "9", null, "8", "c has values on the right where it is NULL on the left, in both differences looked at.")]
    [InlineData("5", "7", "5", "7.0", "c is 7 on the right where it is 5 on the left, in both differences looked at.")]
    [InlineData("5", "7", "6.1", "7", "c is 7 on the right, whatever it is on the left, in both differences looked at.")]
    [InlineData("1.24", "1.23", "2.51", "2.53", null)]
    [InlineData("1", "101", "5", "106", null)]
    [InlineData("1.5", "-1.5", "-3", "3.01", null)]
    [InlineData(null, "0", "0", null, null)]
    public void Decimals(string? left1, string? right1, string? left2, string? right2, string? sentence) =>
        Of<decimal>((Number(left1), Number(right1)), (Number(left2), Number(right2))).ShouldBe(sentence);

    [Theory]
    [InlineData(0.1, 0.1 + 0.7, 12.3, 12.3 + 0.7, "c on the right is left + 0.7, in both differences looked at.")]
    [InlineData(0.1, 0.1 / 3, 12.3, 12.3 / 3, "c on the right is left / 3, in both differences looked at.")]
    [InlineData(0.1, 0.1 * 1.1, 12.3, 12.3 * 1.1, "c on the right is 1.1 times left, in both differences looked at.")]
    [InlineData(0.1, 0.1f, 12.3, 12.3f, "c is in single precision on the right, in both differences looked at.")]
    [InlineData(0.1, -0.1, -12.3, 12.3, "c has the other sign on the right, in both differences looked at.")]
    [InlineData(2.665, 2.67, 12.3449, 12.34, "c is rounded to 2 decimals, halves away from zero, on the right, in both differences looked at.")]
    [InlineData(0.3, 0.1 + 0.2, 0.8, 0.1 + 0.7, "c differs by floating-point rounding alone, at most 1.9E-16 of its value, in both differences looked at.")]
    [InlineData(1e10, 1e10 + 1, 2e10, 2e10 + 1, "c on the right is left + 1, in both differences looked at.")]
    [InlineData(0.1, 0.1 * 1.1, 12.3, 12.3 * 1.1000001, null)]
    [InlineData(double.NaN, 1.5, 12.3, double.PositiveInfinity, null)]
    public void Floating_point_numbers(double left1, double right1, double left2, double right2, string? sentence) => Of<double>((left1, right1), (left2, right2)).ShouldBe(sentence);

    [Theory]
    [InlineData("a ", "a", "b  ", "b", "c has no trailing spaces on the right, in both differences looked at.")]
    [InlineData("a", "a ", "b", "b  ", "c has no trailing spaces on the left, in both differences looked at.")]
    [InlineData("a ", "a", "b", "b  ", "c differs in trailing spaces only, in both differences looked at.")]
    [InlineData(" a ", "a", "b ", "b", "c has no leading and trailing spaces on the right, in both differences looked at.")]
    [InlineData("a\r\nb", "a\nb", "\r\n", "\n", "c has line feeds alone for line breaks on the right, in both differences looked at.")]
    [InlineData("a  b", "a b", "c\td", "c d", "c has single spaces for white space on the right, in both differences looked at.")]
    [InlineData("a", "A", "bC", "BC", "c is in upper case on the right, in both differences looked at.")]
    [InlineData("A", "a", "b", "B", "c differs in upper and lower case only, in both differences looked at.")]
    [InlineData("Zoë", "Zoe", "Škoda", "Skoda", "c has no accents on the right, in both differences looked at.")]
    [InlineData("Zoë", "Zoe", "uber", "über", "c differs in accents only, in both differences looked at.")]
    [InlineData("Zoe\u0308", "Zoë", "e\u0301", "é", "c is composed (Unicode NFC) on the right, in both differences looked at.")]
    [InlineData("Zoë", "Zoe\u0308", "ệ", "e\u0323\u0302", "c is decomposed (Unicode NFD) on the right, in both differences looked at.")]
    [InlineData("한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "가", "\u1100\u1161", "c is decomposed (Unicode NFD) on the right, in both differences looked at.")]
    [InlineData("", null, "", null, "c is NULL on the right where it is the empty text on the left, in both differences looked at.")]
    [InlineData(null, "", null, "", "c is the empty text on the right where it is NULL on the left, in both differences looked at.")]
    [InlineData(null, "n/a", null, "n/a", "c is 'n/a' on the right where it is NULL on the left, in both differences looked at.")]
    [InlineData("a", null, "b", null, "c is NULL on the right where it has values on the left: they are lost, in both differences looked at.")]
    [InlineData("open", "closed", "open", "closed", "c is 'closed' on the right where it is 'open' on the left, in both differences looked at.")]
    [InlineData("open", "closed", "new", "closed", "c is 'closed' on the right, whatever it is on the left, in both differences looked at.")]
    [InlineData("closed", "new", "closed", "open", "c is 'closed' on the left, whatever it is on the right, in both differences looked at.")]
    [InlineData("abcdef", "abc", "😀xyz", "😀xy", "c is cut to 3 characters on the right, in both differences looked at.")]
    [InlineData("7", "ID-7", "12", "ID-12", "c begins with 'ID-' on the right and is the rest on the left, in both differences looked at.")]
    [InlineData("7 EUR", "7", "12 EUR", "12", "c ends with ' EUR' on the left and is the rest on the right, in both differences looked at.")]
    [InlineData("0", "-0", "007", "7.0", "c differs in how its numbers are written only, in both differences looked at.")]
    [InlineData("2024-01-01", "2024-01-01T00:00:00Z", "2024-01-01 10:00:00.5", "2024-01-01 12:00:00.500+02", "c differs in how its times are written only, in both differences looked at.")]
    [InlineData("abcdef", "abc", "xyz", "xy", null)]
    [InlineData("a ", "a", "b\t", "c", null)]
    [InlineData("Zoë", "Zoe", "Škoda", "Skodo", null)]
    [InlineData("open", "closed", "new", "gone", null)]
    [InlineData("A", "a", "b", "c", null)]
    public void Texts(string? left1, string? right1, string? left2, string? right2, string? sentence) => Of<string>((left1, right1), (left2, right2)).ShouldBe(sentence);

    [Fact]
    public void Truth_values_that_became_false_are_said_and_those_that_differ_both_ways_are_not()
    {
        Of<bool>((1, 0), (1, 0)).ShouldBe("c is false on the right where it is true on the left, in both differences looked at.");
        Of<bool>((1, 0), (0, 1)).ShouldBeNull();
    }

    [Fact]
    public void Of_one_difference_nothing_is_said() => Of<string>(("a ", "a")).ShouldBeNull();

    [Fact]
    public void Nine_in_ten_are_a_rule_with_its_counter_examples_and_not_all()
    {
        var explained = Explained<long>(Enumerable.Range(0, 20).Select(i => ((object?)(long)(i * i), (object?)(long)(i * i + (i is 3 or 7 ? i : 100)))))!;
        explained.Sentence.ShouldBe("c on the right is left + 100, in 18 of the 20 differences looked at.");
        (explained.Covered, explained.LookedAt).ShouldBe((18, 20));
        explained.CounterExamples.Select(e => e.Left![1]).ShouldBe([9L, 49L]);
        Explained<long>(Enumerable.Range(0, 20).Select(i => ((object?)(long)(i * i), (object?)(long)(i * i + (i is 3 or 5 or 7 ? i : 100))))).ShouldBeNull();
    }

    [Fact]
    public void The_rule_that_covers_more_is_said_before_the_more_specific_one() =>
        Of<string>(("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E"), ("f", "F"), ("g", "G"), ("h", "H"), ("i", "I"), ("J", "j"))
            .ShouldBe("c differs in upper and lower case only, in all 10 differences looked at.");

    static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
