using SqlHarness.Comparisons;
using static SqlHarness.Tests.Comparisons.Explanations.Differences;

namespace SqlHarness.Tests.Comparisons.Explanations;

/// <summary>Rules about a column that need another one.</summary>
public class SeveralColumnTests
{
    static readonly PlannedColumn[] Columns = [Column("id", typeof(long)), Column("ship_city", typeof(string)), Column("bill_city", typeof(string)), Column("paid", typeof(bool)), Column("sent", typeof(bool))];

    static string[] Explained(params DifferingRow[] rows) => [.. Of(Columns, [0], rows).Select(e => e.Sentence)];

    [Fact]
    public void Swapped_columns_are_said_of_one_row_and_once() =>
        Explained(Modified([1L, "Ulm", "Bonn", 1, 0], [1L, "Bonn", "Ulm", 1, 0])).ShouldBe(["ship_city and bill_city are swapped, in the one differing row looked at."]);

    [Fact]
    public void Half_a_swap_is_none() => Explained(Modified([1L, "Ulm", "Bonn", 1, 0], [1L, "Bonn", "Köln", 1, 0])).ShouldBe([]);

    [Fact]
    public void Truth_values_are_swapped_by_chance() => Explained(Modified([1L, "Ulm", "Bonn", 1, 0], [1L, "Ulm", "Bonn", 0, 1]), Modified([2L, "Ulm", "Bonn", 0, 1], [2L, "Ulm", "Bonn", 1, 0])).ShouldBe([]);

    [Fact]
    public void A_column_that_holds_another_ones_values_is_said() =>
        Explained(Modified([1L, "Ulm", "Bonn", 1, 0], [1L, "Bonn", "Bonn", 1, 0]), Modified([2L, "Rom", "Oslo", 1, 0], [2L, "Oslo", "Oslo", 1, 0]))
            .ShouldBe(["ship_city holds on the right what bill_city holds on the left, in both differences looked at."]);

    [Fact]
    public void Two_constants_are_not_one_column_in_the_other() =>
        Explained(Modified([1L, "Ulm", "Bonn", 1, 0], [1L, "Bonn", "Bonn", 1, 0]), Modified([2L, "Rom", "Bonn", 1, 0], [2L, "Bonn", "Bonn", 1, 0]))
            .ShouldBe(["ship_city is 'Bonn' on the right, whatever it is on the left, in both differences looked at."]);

    [Fact]
    public void The_column_with_more_differences_comes_first() =>
        Explained([.. Enumerable.Range(0, 3).Select(i => Modified([(long)i, "a", $"b{i} ", 1, 0], [(long)i, i > 0 ? "A" : "a", $"b{i}", 1, 0]))])
            .ShouldBe(["bill_city has no trailing spaces on the right, in all 3 differences looked at.", "ship_city is in upper case on the right, in both differences looked at."]);
}
