using System.Xml.Linq;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class ComparisonJUnitTests
{
    static XElement Of(TableComparison comparison, Mask? mask = null) => XDocument.Parse(ComparisonJUnit.Of(comparison, mask ?? Mask.None)).Root!;

    static string? Failure(XElement suites, string className, string name) =>
        (string?)suites.Descendants("testcase").Single(t => (string?)t.Attribute("classname") == className && (string?)t.Attribute("name") == name).Element("failure")?.Attribute("message");

    [Fact]
    public void Equal_tables_pass()
    {
        var suites = Of(OrderComparison.Identical);
        suites.Descendants("testcase").Select(t => $"{t.Attribute("classname")?.Value} {t.Attribute("name")?.Value}")
            .ShouldBe(["schema schema", "rows rows", "columns order_id", "columns customer", "columns amount", "columns is_paid", "columns day", "columns paid_at"]);
        suites.Descendants("failure").ShouldBeEmpty();
        suites.Element("testsuite")!.Attributes().Select(a => $"{a.Name}={a.Value}").ShouldBe(["name=old.csv and new.csv", "tests=8", "failures=0", "errors=0", "skipped=0", "time=1.250"]);
        suites.Element("testsuite")!.Element("system-out")!.Value.ShouldBe("identical: 1,000 rows, 6 columns\ncompared by one engine; 1.25 s");
    }

    [Fact]
    public void Empty_tables_pass() => Of(OrderComparison.Empty).Descendants("failure").ShouldBeEmpty();

    [Fact]
    public void What_a_rule_hid_is_no_failure_and_is_said()
    {
        var suites = Of(OrderComparison.WithinRules);
        suites.Descendants("failure").ShouldBeEmpty();
        suites.Descendants("testcase").Single(t => (string?)t.Attribute("name") == "amount").Element("system-out")!.Value.ShouldBe("3 rows equal only within 0.01");
        suites.Element("testsuite")!.Element("system-out")!.Value.ShouldContain("within 0.01 on amount: hid differences in 3 rows");
    }

    [Fact]
    public void Each_failure_is_a_sentence()
    {
        var suites = Of(OrderComparison.Different);
        suites.Attribute("failures")!.Value.ShouldBe("9");
        Failure(suites, "schema", "schema").ShouldBe("column missing on the right: legacy; column on the right alone: loaded_at");
        Failure(suites, "rows", "rows").ShouldBe("3 modified, 1 added and 2 removed beside 995 identical rows; the first: order_id 2: amount 7310.57 → 7312.61, is_paid false → true");
        Failure(suites, "columns", "customer").ShouldBe("1 of 998 rows differs (0.1 %), 1 NULL on the right only");
        Failure(suites, "columns", "order_id").ShouldBeNull();
        Failure(suites, "totals", "customer").ShouldBe("2 of 3 groups looked at differ; the first, customer Anna Abel: sum of amount is 7330.57 on the left and 7332.61 on the right");
        Failure(suites, "totals", "day of paid_at").ShouldBe("1 of 2 groups looked at differs; the first, customer Anna Abel, day of paid_at 2024-02-01: sum of amount is 7310.57 on the left and 7312.61 on the right");
    }

    [Fact]
    public void An_ignored_column_was_skipped()
    {
        var comparison = OrderComparison.Different;
        var suites = Of(comparison with { Columns = [.. comparison.Columns.Select(c => c.Name == "day" ? c with { IsIgnored = true } : c)] });
        suites.Attribute("failures")!.Value.ShouldBe("8");
        suites.Descendants("skipped").Select(s => $"{s.Parent!.Attribute("name")!.Value}: {s.Attribute("message")!.Value}").ShouldBe(["day: ignored; 1 row differs"]);
    }

    // Nothing that is different passes, whatever made it so.
    [Fact]
    public void A_verdict_that_no_part_explains_fails_by_itself() => Failure(Of(OrderComparison.Identical with { Verdict = Verdict.Different }), "verdict", "verdict").ShouldBe("different: all 1,000 rows are equal in all else");

    [Fact]
    public void Masked_values_are_nowhere()
    {
        var text = ComparisonJUnit.Of(OrderComparison.Different, new(["customer", "amount"]));
        MaskTests.Raw.Where(text.Contains).ShouldBeEmpty();
        text.ShouldContain("the first: order_id 2: amount •••2 → •••3, is_paid false → true");
    }

    [Theory]
    [MemberData(nameof(OrderComparison.HostileTexts), MemberType = typeof(OrderComparison))]
    public void Any_text_makes_valid_XML(string text)
    {
        var suites = Of(OrderComparison.Hostile(text));
        suites.Element("testsuite")!.Attribute("name")!.Value.ShouldBe($"{Printable.Of(text)} and right {Printable.Of(text)}");
        suites.DescendantsAndSelf().Select(e => e.Name.LocalName).Distinct().Order(StringComparer.Ordinal).ShouldBe(["failure", "system-out", "testcase", "testsuite", "testsuites"]);
        Failure(suites, "columns", Printable.Of(text)).ShouldBeNull();
    }
}
