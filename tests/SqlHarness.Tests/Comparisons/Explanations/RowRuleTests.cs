using SqlHarness.Comparisons;
using static SqlHarness.Tests.Comparisons.Explanations.Differences;

namespace SqlHarness.Tests.Comparisons.Explanations;

/// <summary>Each rule about rows: an example, and a near miss.</summary>
public class RowRuleTests
{
    static readonly PlannedColumn[] Columns = [Column("id", typeof(long)), Column("region", typeof(string)), Column("amount", typeof(decimal)), Column("at", typeof(DateTime))];

    static readonly DateTime Noon = Time("2024-03-01 12:00");

    static string[] Explained(IEnumerable<DifferingRow> rows, long nonUniqueKeys = 0) => [.. Of(Columns, [0], [.. rows], nonUniqueKeys).Select(e => e.Sentence)];

    static object?[] Row(int id, string? region, decimal amount, double days) => [(long)id, region, amount, Noon.AddDays(days)];

    static IEnumerable<DifferingRow> Rows(int count, Func<int, DifferingRow> row) => Enumerable.Range(1, count).Select(row);

    [Fact]
    public void One_region_is_said() =>
        Explained(Rows(6, i => i % 2 == 0 ? Added(Row(i, "north", i * i, i)) : Removed(Row(i, "north", i * i, 6 - i)))).ShouldBe(["All 6 differing rows looked at have region = 'north'."]);

    [Fact]
    public void One_day_is_said() => Explained(Rows(6, i => Added(Row(i, $"{i}", i, i / 24.0)))).ShouldBe(["All 6 added rows looked at have at on 2024-03-01.".Replace("added", "differing", StringComparison.Ordinal)]);

    [Fact]
    public void The_region_of_the_removed_rows_is_said_where_others_have_another() =>
        Explained(Rows(6, i => Removed(Row(i, "north", i, i % 3))).Concat(Rows(6, i => Added(Row(i + 10, $"r{i}", i + 100, i % 3))))).ShouldBe(["All 6 removed rows looked at have region = 'north'."]);

    [Fact]
    public void One_row_of_another_region_in_ten_is_counted() =>
        Explained(Rows(10, i => Added(Row(i, i == 4 ? "south" : "north", i, i)))).ShouldBe(["9 of the 10 differing rows looked at have region = 'north'."]);

    [Fact]
    public void Two_regions_and_few_rows_are_no_partition()
    {
        Explained(Rows(10, i => Added(Row(i, i < 3 ? "south" : "north", i, i)))).ShouldBe([]);
        Explained(Rows(4, i => Added(Row(i, "north", i, i)))).ShouldBe([]);
        Explained(Rows(6, i => Added(Row(i, null, i, i)))).ShouldBe([]);
    }

    [Fact]
    public void Removed_rows_that_are_later_than_all_others_are_a_tail() =>
        Explained(Rows(5, i => Removed(Row(i, $"{i}", i, i))).Concat(Rows(5, i => Added(Row(i + 10, $"{i}", i * 100, -i)))))
            .ShouldBe(["All 5 removed rows looked at are from 2024-03-02 12:00:00 on by at; the others that differ are before."]);

    [Fact]
    public void Rows_that_are_mixed_or_alone_or_few_are_no_tail()
    {
        Explained(Rows(5, i => Removed(Row(i, $"{i}", i, i))).Concat(Rows(5, i => Added(Row(i + 10, $"{i}", i * 100, i - 3))))).ShouldBe([]);
        Explained(Rows(9, i => Removed(Row(i, $"{i}", i, i)))).ShouldBe([]);
        Explained(Rows(3, i => Removed(Row(i, $"{i}", i, i))).Concat(Rows(3, i => Added(Row(i + 10, $"{i}", i * 100, -i))))).ShouldBe([]);
    }

    [Fact]
    public void Copies_of_each_other_are_said() =>
        Explained(Rows(4, i => Added(Row(i / 3, "north", i / 3, 1)))).ShouldBe(["All 4 added rows looked at are copies of each other: 2 different rows."]);

    [Fact]
    public void Rows_of_keys_that_are_not_unique_are_said() =>
        Explained(Rows(4, i => Added(Row(i / 3, $"{i}", i, i))), 2).ShouldBe(["All 4 added and removed rows looked at are of keys that stand more than once: 2 different keys."]);

    [Fact]
    public void As_many_rows_as_keys_that_are_not_unique_look_like_second_copies()
    {
        Explained(Rows(4, i => Added(Row(i, $"{i}", i, i))), 4).ShouldBe(["As many rows were added as keys stand more than once on a side, 4: they look like second copies."]);
        Explained(Rows(4, i => Added(Row(i, $"{i}", i, i))), 3).ShouldBe([]);
    }

    [Fact]
    public void Rows_under_another_key_are_said_with_how_the_key_changed() =>
        Explained(Rows(3, i => Removed(Row(i, $"{i}", i, i))).Concat(Rows(3, i => Added(Row(i + 1000, $"{i}", i, i)))))
            .ShouldBe(["All 6 added and removed rows looked at are the same rows under another key: id on the right is left + 1000, in all 3 pairs looked at."]);

    [Fact]
    public void Keys_that_changed_at_random_are_said_and_rows_that_differ_elsewhere_too_are_not()
    {
        Explained(Rows(3, i => Removed(Row(i, $"{i}", i, i))).Concat(Rows(3, i => Added(Row(i * i * i * 7 + 50, $"{i}", i, i)))))
            .ShouldBe(["All 6 added and removed rows looked at are the same rows under another key."]);
        Explained(Rows(3, i => Removed(Row(i, $"{i}", i, i))).Concat(Rows(3, i => Added(Row(i + 1000, $"{i}", i == 2 ? -7 : i, i))))).ShouldBe([]);
    }

    [Fact]
    public void Rows_that_are_alike_beside_their_key_are_not_the_same_rows() =>
        Explained(Rows(8, i => Removed(Row(i, "north", 1, 0))).Concat(Rows(8, i => Added(Row(i * i + 90, "north", 1, 0))))).ShouldNotContain(s => s.Contains("another key", StringComparison.Ordinal));
}
