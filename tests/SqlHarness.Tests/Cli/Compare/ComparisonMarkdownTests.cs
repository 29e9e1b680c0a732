using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class ComparisonMarkdownTests
{
    static readonly string[] Markup = ["<script", "</style", "<img", "**bold", "`code", "[link]", "~~", "\u001b", "\0"];

    static string Of(TableComparison comparison, Mask? mask = null) => ComparisonMarkdown.Of(comparison, mask ?? Mask.None);

    [Fact]
    public void Equal_tables_are_a_heading_and_how_it_was_run() => Of(OrderComparison.Identical).ShouldBe("""
        ### ✅ identical: 1,000 rows, 6 columns

        |  |  | rows |
        |---|---|---:|
        | left | <code>old.csv</code> | 1,000 |
        | right | <code>new.csv</code> | 1,000 |

        Key: order&#95;id (found: unique on both sides).

        <sub>compared by one engine; 1.25 s</sub>

        """);

    [Fact]
    public void Empty_tables_are_said_to_be_empty() => Of(OrderComparison.Empty).ShouldStartWith("### ✅ identical: neither side has a row, 6 columns\n");

    [Fact]
    public void What_a_rule_hid_is_said() => Of(OrderComparison.WithinRules).ShouldContain("""
        **Rules that could hide a difference**

        | rule | column | hid, rows |
        |---|---|---:|
        | within 0.01 | <code>amount</code> | 3 |
        """);

    [Fact]
    public void Differences_are_tables_and_rows_are_to_be_opened()
    {
        var text = Of(OrderComparison.Different);
        text.ShouldStartWith("### ❌ different: 3 of 1,000 rows modified, 1 added, 2 removed; column legacy is missing on the right;");
        text.ShouldContain("| <code>amount</code> | 2 | 0.2 % | 0 | 0 | 4 |\n");
        text.ShouldContain("| &emsp;&emsp;2024-02-01 | sum of amount | <code>7310.57</code> | <code>7312.61</code> | <code>+2.04</code> |\n");
        text.ShouldContain("""
            <details><summary>Modified: 3 rows</summary>

            | key | column | left | right |
            |---|---|---|---|
            | <code>order&#95;id 2</code> | <code>amount</code> | <code>7310.57</code> | <code>7312.61</code> |
            |  | <code>is&#95;paid</code> | <code>false</code> | <code>true</code> |
            """);
    }

    [Fact]
    public void A_comment_is_no_longer_than_it_may_be()
    {
        var text = Of(BigComparison.Of(120, 90));
        text.Length.ShouldBeLessThanOrEqualTo(65_536);
        text.ShouldContain("90 more differences not shown.");
        text.ShouldContain("<details><summary>Modified: 10 of 1,000,000 rows</summary>");
        text.ShouldEndWith("</sub>\n");
    }

    [Fact]
    public void What_is_too_long_is_counted()
    {
        var comparison = OrderComparison.Different;
        var text = Of(comparison with { Explanations = [.. Enumerable.Repeat(new Explanation(new string('x', 1000), null, 1, 1, []), 100)] });
        text.ShouldContain("\n1 part too long for a comment left out.\n");
        text.ShouldContain("**Rules that could hide a difference**");
        text.Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public void Masked_values_are_nowhere()
    {
        var text = Of(OrderComparison.Different, new(["customer", "amount"]));
        MaskTests.Raw.Where(text.Contains).ShouldBeEmpty();
        text.ShouldContain("| <code>order&#95;id 2</code> | <code>amount</code> | <code>•••2</code> | <code>•••3</code> |\n");
    }

    [Theory]
    [MemberData(nameof(OrderComparison.HostileTexts), MemberType = typeof(OrderComparison))]
    public void No_text_is_markup_or_ends_a_cell(string text)
    {
        var written = Of(OrderComparison.Hostile(text));
        Markup.Where(written.Contains).ShouldBeEmpty();
        // Every line of a table has as many cells as the line of dashes in it.
        var lines = written.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("|--", StringComparison.Ordinal))
                lines.Skip(i).TakeWhile(l => l.StartsWith('|')).Append(lines[i - 1]).Select(l => l.Count(c => c == '|')).Distinct().ShouldBe([lines[i].Count(c => c == '|')]);
        }

        // No line begins with what a text holds behind a line break.
        lines.Where(l => l.StartsWith("lines", StringComparison.Ordinal)).ShouldBeEmpty();
        written.ShouldContain($"| left | {MarkdownText.Code(text)} | 2 |\n");
    }
}
