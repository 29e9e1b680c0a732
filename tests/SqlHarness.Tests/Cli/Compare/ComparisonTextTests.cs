using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Cli.Compare;

public class ComparisonTextTests
{
    [Fact]
    public void Equal_tables_are_said_in_a_few_lines() => OrderComparison.Printed(OrderComparison.Identical).ShouldBe("""
        identical: 1,000 rows, 6 columns

        left    old.csv   1,000 rows
        right   new.csv   1,000 rows
        key     order_id (found: unique on both sides)

        compared by one engine; 1.25 s

        """);

    [Fact]
    public void Empty_tables_are_said_to_be_empty() => OrderComparison.Printed(OrderComparison.Empty).ShouldStartWith("identical: neither side has a row, 6 columns\n");

    [Fact]
    public void What_a_rule_hid_is_in_the_first_line_and_in_the_ledger()
    {
        var text = OrderComparison.Printed(OrderComparison.WithinRules);
        text.ShouldStartWith("equal within the rules: 1,000 rows; 'within 0.01' on amount hid differences in 3 rows\n");
        text.ShouldContain("""
            Rules that could hide a difference
            ╭─────────────┬────────┬───────────╮
            │ rule        │ column │ hid, rows │
            ├─────────────┼────────┼───────────┤
            │ within 0.01 │ amount │         3 │
            ╰─────────────┴────────┴───────────╯
            """);
        text.ShouldNotContain("Columns that differ");
    }

    [Fact]
    public void A_difference_is_said_first_in_one_sentence()
    {
        var text = OrderComparison.Printed(OrderComparison.Different, width: 160);
        text.ShouldStartWith("different: 3 of 1,000 rows modified, 1 added, 2 removed; column legacy is missing on the right; column loaded_at is on the right alone\n");
        text.ShouldContain("│ missing │ legacy    │ INTEGER │           │ new.csv has no such column; its values are not compared. │");
    }

    [Fact]
    public void Of_the_columns_those_that_differ_are_listed() => OrderComparison.Printed(OrderComparison.Different).ShouldContain("""
        Columns that differ, in 998 rows of both sides
        ╭──────────┬────────┬───────┬───────────────────┬───────────────╮
        │ column   │ differ │ share │ NULL on the right │ equal by rule │
        ├──────────┼────────┼───────┼───────────────────┼───────────────┤
        │ customer │      1 │ 0.1 % │                 1 │             0 │
        │ amount   │      2 │ 0.2 % │                 0 │             4 │
        │ is_paid  │      1 │ 0.1 % │                 0 │             0 │
        │ day      │      1 │ 0.1 % │                 0 │             0 │
        ╰──────────┴────────┴───────┴───────────────────┴───────────────╯
        2 columns are equal
        """);

    [Fact]
    public void Of_the_rows_the_cells_that_differ_are_shown() => OrderComparison.Printed(OrderComparison.Different).ShouldContain("""
        Modified: 3 rows
        ╭──────────┬──────────┬────────────┬────────────╮
        │ order_id │ column   │ left       │ right      │
        ├──────────┼──────────┼────────────┼────────────┤
        │ 2        │ amount   │ 7310.57    │ 7312.61    │
        │          │ is_paid  │ false      │ true       │
        │ 3        │ customer │ Bert Bohm  │ NULL       │
        │          │ day      │ 2024-02-28 │ 2024-02-29 │
        │ 4        │ amount   │ 7310.57    │ 88.25      │
        ╰──────────┴──────────┴────────────┴────────────╯
        """);

    [Fact]
    public void The_ladder_opens_where_totals_differ() => OrderComparison.Printed(OrderComparison.Different).ShouldContain("""
        Totals by customer, day of paid_at
        ╭────────────────┬──────────────────────┬────────────┬───────────┬────────────╮
        │                │ total                │       left │     right │ difference │
        ├────────────────┼──────────────────────┼────────────┼───────────┼────────────┤
        │ all rows       │ rows                 │       1000 │       999 │         -1 │
        │                │ sum of amount        │   90210.75 │  90212.79 │      +2.04 │
        │                │ greatest of customer │ Dora Diehl │ Carl Cohn │            │
        │   Anna Abel    │ sum of amount        │    7330.57 │   7332.61 │      +2.04 │
        │     2024-02-01 │ sum of amount        │    7310.57 │   7312.61 │      +2.04 │
        │     1 is equal │                      │            │           │            │
        │   Dora Diehl   │ rows                 │          1 │         — │         -1 │
        │                │ sum of amount        │        5.5 │         — │       -5.5 │
        │                │ greatest of customer │ Dora Diehl │         — │            │
        │   1 is equal   │                      │            │           │            │
        ╰────────────────┴──────────────────────┴────────────┴───────────┴────────────╯
        5 more groups that differ were not looked into; 2 at each level were.
        """);

    [Fact]
    public void Equal_totals_are_a_sentence() => OrderComparison.Printed(OrderComparison.Identical with
    {
        Totals = new(["customer"], [new(null, Aggregation.Count), new("amount", Aggregation.Sum)], new([], [1000L, 12.5m], [1000L, 12.5m], false, []), 0, 0, false),
    }).ShouldContain("Totals by customer\nAll totals are equal: rows 1000, sum of amount 12.5.\n");

    [Fact]
    public void Rules_that_cover_differences_are_said_with_what_they_do_not_cover() => OrderComparison.Printed(OrderComparison.Different).ShouldContain("""
        What the differences have in common
        - All amounts are 2.04 more (covers 1 of 2 differences looked at)
          not so: order_id 4, amount 7310.57 → 88.25
        - All removed rows are of Dora Diehl (covers 1 of 2 differences looked at)
        """);

    [Fact]
    public void Rows_without_a_key_and_keys_that_stand_twice_are_said()
    {
        OrderComparison.Printed(OrderComparison.Identical with { Key = [], IsKeyFound = false }).ShouldContain("\nkey     none; rows are compared as one bag\n");
        OrderComparison.Printed(OrderComparison.Identical with { Rows = OrderComparison.Identical.Rows with { NonUniqueKeys = 2 } }).ShouldContain("\n2 keys stand more than once on a side; their rows are compared as bags.\n");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_terminal_and_no_part_is_long(int width)
    {
        var lines = OrderComparison.Printed(BigComparison.Of(120, 90), width: width).Split('\n');
        lines.Max(l => l.Length).ShouldBeLessThanOrEqualTo(width);
        lines.Length.ShouldBeLessThan(500);
        lines.ShouldContain("100 more differences not shown");
        lines.ShouldContain("100 more columns not shown");
        lines.ShouldContain("Modified: 4 of 1,000,000 rows");
        lines.Count(l => l.Contains("80 more differ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Masked_values_are_nowhere()
    {
        var text = OrderComparison.Printed(OrderComparison.Different, new(["CUSTOMER", "amount"]));
        MaskTests.Raw.Where(text.Contains).ShouldBeEmpty();
        text.ShouldContain("│ 2        │ amount   │ •••2       │ •••3       │");
        text.ShouldContain("│ 4        │ amount   │ •••2       │ •••5       │");
    }

    [Theory]
    [MemberData(nameof(OrderComparison.HostileTexts), MemberType = typeof(OrderComparison))]
    public void No_text_moves_the_cursor_or_is_markup(string text)
    {
        var printed = OrderComparison.Printed(OrderComparison.Hostile(text), width: 160);
        printed.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        printed.ShouldNotContain("\u202e");
        printed.Split('\n').ShouldContain(line => line.StartsWith("left", StringComparison.Ordinal) && line.Contains(Printable.Of(text), StringComparison.Ordinal));
    }
}
