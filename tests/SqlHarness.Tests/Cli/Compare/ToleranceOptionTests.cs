using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>Tolerances as they are written.</summary>
public class ToleranceOptionTests
{
    [Theory]
    [InlineData("sale=0.01", null, "sale", "within 0.01")]
    [InlineData("sale=1%", null, "sale", "within 0.01 of the value")]
    [InlineData("sale=decimals:2", null, "sale", "in 2 decimals")]
    [InlineData("at=1s", null, "at", "within 00:00:01")]
    [InlineData("at=1h30m", null, "at", "within 01:30:00")]
    [InlineData("at=to:1m", null, "at", "to 00:01:00")]
    [InlineData("name=trim", null, "name", "trimmed")]
    [InlineData("name=trim+ignore-case+empty-is-null", null, "name", "trimmed, ignoring case, empty is NULL")]
    [InlineData("sum:sale=0.05", Aggregation.Sum, "sale", "within 0.05")]
    [InlineData("a=b=1", null, "a=b", "within 1")]
    public void One_is_read(string text, Aggregation? of, string column, string said) =>
        ToleranceOption.Parse(text).ShouldSatisfyAllConditions(t => t.Of.ShouldBe(of), t => t.Column.ShouldBe(column), t => t.Tolerance.ToString().ShouldBe(said));

    [Theory]
    [InlineData("sale")]
    [InlineData("=1")]
    [InlineData("sale=")]
    [InlineData("sale=-1")]
    [InlineData("sale=100%")]
    [InlineData("sale=decimals:29")]
    [InlineData("at=to:soon")]
    [InlineData("at=to:0.01")]
    [InlineData("name=upper")]
    public void What_is_unreadable_is_shown_how_it_is_written(string text) =>
        Should.Throw<BadInputException>(() => ToleranceOption.Parse(text)).Message.ShouldBe(
            $"--tolerance is written as sale=0.01, sale=1%, ordered_at=1s, sale=decimals:2, ordered_at=to:1s, name=trim, name=ignore-case or name=empty-is-null, but is '{text}'.");

    [Fact]
    public void One_column_has_one() => Should.Throw<BadInputException>(() => ToleranceOption.OfCells([ToleranceOption.Parse("sale=1"), ToleranceOption.Parse("sale=2")]))
        .Message.ShouldBe("--tolerance names sale twice; write both rules in one, with + between them.");
}
