using System.Xml.Linq;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class ComparisonPageTests
{
    static readonly string[] Outside = ["script", "link", "img", "iframe", "object"];

    // The page is XML behind its document type.
    static XElement Of(TableComparison comparison, Mask? mask = null) => XDocument.Parse(ComparisonPage.Of(comparison, mask ?? Mask.None)["<!DOCTYPE html>".Length..], LoadOptions.PreserveWhitespace).Root!;

    static IEnumerable<XElement> WithClass(XElement page, string name) => page.Descendants().Where(e => (string?)e.Attribute("class") == name);

    static string Verdict(XElement page) => page.Descendants("div").First().Value + ": " + page.Descendants("p").First().Value;

    [Fact]
    public void Equal_tables_are_said_to_be_identical()
    {
        var page = Of(OrderComparison.Identical);
        Verdict(page).ShouldBe("Identical: 1,000 rows, 6 columns.");
        page.Descendants("h2").Select(h => h.Value).ShouldBe(["Columns", "How it was run"]);
        WithClass(page, "equal").Where(i => i.Parent!.Name == "div").Select(i => (string?)i.Attribute("style")).ShouldBe(Enumerable.Repeat("width:100%", 6));
        WithClass(page, "some").ShouldBeEmpty();
    }

    [Fact]
    public void Empty_tables_have_no_bars()
    {
        var page = Of(OrderComparison.Empty);
        Verdict(page).ShouldBe("Identical: Neither side has a row, 6 columns.");
        WithClass(page, "shares").ShouldBeEmpty();
        page.Value.ShouldContain("No row is on both sides, so no cells were compared.");
    }

    [Fact]
    public void What_a_rule_hid_has_a_part_of_the_bar()
    {
        var page = Of(OrderComparison.WithinRules);
        Verdict(page).ShouldBe("Equal within the rules: 1,000 rows; 'within 0.01' on amount hid differences in 3 rows.");
        WithClass(page, "shares").First().Elements("i").Select(i => $"{i.Attribute("class")!.Value} {i.Attribute("style")!.Value}").ShouldBe(["equal width:99.7%", "hidden width:0.3%"]);
        page.Descendants("h2").Select(h => h.Value).ShouldContain("Rules that could hide a difference");
    }

    [Fact]
    public void Everything_that_differs_is_there_and_the_ladder_is_to_be_opened()
    {
        var page = Of(OrderComparison.Different);
        Verdict(page).ShouldBe("Different: 3 of 1,000 rows modified, 1 added, 2 removed; column legacy is missing on the right; column loaded_at is on the right alone.");
        page.Descendants("h2").Select(h => h.Value).ShouldBe(
        [
            "What the differences have in common", "Schema", "Totals by customer, day of paid_at", "Columns", "Modified: 3 rows", "Added, on the right alone: 1 row", "Removed, on the left alone: 2 rows",
            "Rules that could hide a difference", "How it was run",
        ]);
        page.Descendants("summary").Select(s => s.Value).ShouldBe(
        [
            "All amounts are 2.04 more covers 1 of 2 differences looked at", "all rows rows -1, sum of amount +2.04, greatest of customer differs", "customer Anna Abel sum of amount +2.04",
            "day of paid_at 2024-02-01 sum of amount +2.04", "customer Dora Diehl on the left alone",
        ]);
        var ladder = page.Descendants("details").Where(d => d.Element("summary")!.Value.StartsWith("all rows", StringComparison.Ordinal)).ShouldHaveSingleItem();
        ladder.Attribute("open")!.Value.ShouldBe("open");
        ladder.Descendants("details").Count().ShouldBe(3);
    }

    [Fact]
    public void Only_cells_that_differ_are_marked() => WithClass(Of(OrderComparison.Different), "rows").ElementAt(1).Descendants("tr").Select(row => string.Join(" | ", row.Elements().Select(c => (string?)c.Attribute("class") == "change" ? $"*{c.Value}*" : c.Value))).ShouldBe(
    [
        "order_id | customer | amount | is_paid | day", "2 | Anna Abel | *7310.57 → 7312.61* | *false → true* | 2024-02-01", "3 | *Bert Bohm → NULL* | 88.25 | true | *2024-02-28 → 2024-02-29*",
        "4 | Bert Bohm | *7310.57 → 88.25* | true | 2024-02-01",
    ]);

    [Fact]
    public void A_page_needs_nothing_from_outside()
    {
        var page = Of(OrderComparison.Different);
        page.Descendants().Select(e => e.Name.LocalName).Intersect(Outside).ShouldBeEmpty();
        page.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Descendants("style").Single().Value.ShouldNotContain("url(");
    }

    [Fact]
    public void Of_wide_tables_the_page_shows_some_and_counts_the_rest()
    {
        var page = Of(BigComparison.Of(220, 90));
        page.Descendants("p").Select(p => p.Value).ShouldContain("20 more differences not shown");
        page.Descendants("p").Select(p => p.Value).ShouldContain("21 more columns not shown");
        page.Descendants("p").Select(p => p.Value).ShouldContain("50 more rows not shown");
        page.Descendants("details").Count().ShouldBe(1000);
    }

    [Fact]
    public void Masked_values_are_nowhere()
    {
        var text = ComparisonPage.Of(OrderComparison.Different, new(["customer", "amount"]));
        MaskTests.Raw.Where(text.Contains).ShouldBeEmpty();
        Of(OrderComparison.Different, new(["customer", "amount"])).Value.ShouldContain("•••2 → •••3");
    }

    [Theory]
    [MemberData(nameof(OrderComparison.HostileTexts), MemberType = typeof(OrderComparison))]
    public void No_text_is_markup(string text)
    {
        var (page, written) = (Of(OrderComparison.Hostile(text)), ComparisonPage.Of(OrderComparison.Hostile(text), Mask.None));
        page.Descendants().Select(e => e.Name.LocalName).Distinct().Except(["html", "head", "meta", "title", "style", "body", "div", "p", "table", "tr", "th", "td", "code", "b", "h2", "details", "summary", "span", "i", "del", "ins"]).ShouldBeEmpty();
        page.Descendants("style").Count().ShouldBe(1);
        page.Descendants("code").First().Value.ShouldBe(Printable.Of(text));
        if (text.Contains('<', StringComparison.Ordinal))
            written.ShouldNotContain(text);
    }
}
