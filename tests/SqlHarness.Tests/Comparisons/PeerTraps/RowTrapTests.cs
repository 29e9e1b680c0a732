using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Where others lose rows, count them twice, or pair them by guessing.</summary>
public sealed class RowTrapTests(TrapTables tables) : IClassFixture<TrapTables>
{
    static readonly TrapRow A = new() { Id = 1, Line = 1, Text = "a", Number = 1 }, B = new() { Id = 2, Line = 1, Text = "b", Number = 2 };

    static readonly ComparisonOptions AsBags = new() { Key = [] };

    // dbt-audit-helper's quick check on BigQuery: XOR of row hashes.
    [Fact]
    public void A_row_and_its_copy_do_not_cancel_each_other()
    {
        tables.Rows([A, B, B], [A]).ShouldBe((1, 0, 0, 2, 1));
        tables.Rows([A, B, B], [A], AsBags).ShouldBe((1, 0, 0, 2, 0));
        tables.Rows([A, A, B, B], [B, B, B, B, A, A], AsBags).ShouldBe((4, 0, 2, 0, 0));
    }

    // dbt_utils.equality, dbt-audit-helper's compare_queries, recce's detail: EXCEPT is a set operator.
    [Fact]
    public void One_copy_against_three_is_two_rows_added()
    {
        tables.Rows([A, B], [A, A, A, B]).ShouldBe((2, 0, 2, 0, 1));
        tables.Rows([A, B], [A, A, A, B], AsBags).ShouldBe((2, 0, 2, 0, 0));
    }

    // As many rows on both sides: a count does not help.
    [Fact]
    public void A_copy_in_place_of_another_row_is_found() => tables.Rows([A, B, B], [A, A, B], AsBags).ShouldBe((2, 0, 1, 1, 0));

    // recce, datacompy's older versions: a join of three rows with three makes nine.
    [Fact]
    public void Rows_of_a_key_that_stands_three_times_are_not_multiplied() => tables.Rows([A, A, A, B], [A, A, A, B]).ShouldBe((4, 0, 0, 0, 1));

    // dbt-audit-helper numbers them in arbitrary order, datacompy by the other columns: which belongs to which is a guess.
    [Fact]
    public void Rows_of_a_key_that_is_not_unique_are_not_paired_by_guessing() =>
        tables.Rows([A, A with { Text = "x" }, B], [A with { Text = "x" }, A with { Text = "y" }, B]).ShouldBe((2, 0, 1, 1, 1));

    // datafold data-diff reports all rows of such a key, whatever they hold, and fails on an assertion where statistics are asked for.
    [Fact]
    public void Equal_rows_of_a_key_that_is_not_unique_are_no_difference()
    {
        var found = tables.Compare([A, A, B], [B, A, A]);
        (found.Verdict, found.Rows.NonUniqueKeys, found.Examples.Count).ShouldBe((Verdict.Identical, 1, 0));
    }

    // datafold data-diff and reladiff ask for ranges of keys, in which NULL is not.
    [Fact]
    public void Rows_without_a_key_are_compared()
    {
        tables.Rows([A with { Id = null }, B], [A with { Id = null, Text = "x" }, B]).ShouldBe((1, 1, 0, 0, 0));
        tables.Rows([A with { Id = null }, B], [B]).ShouldBe((1, 0, 0, 1, 0));
    }

    // recce makes NULL a constant and joins by it, after a test of uniqueness, dbt's, that leaves NULL out.
    [Fact]
    public void Many_rows_without_a_key_are_a_key_that_is_not_unique()
    {
        TrapRow[] left = [.. Enumerable.Range(0, 5).Select(i => A with { Id = null, Number = i })], right = [.. left.Skip(1), B];
        tables.Rows(left, right).ShouldBe((4, 0, 1, 1, 1));
    }

    // SQLMesh showed such a row as matched and as unmatched.
    [Fact]
    public void A_row_of_which_a_part_of_the_key_is_NULL_is_counted_once() =>
        tables.Rows([A with { Line = null }, A], [A with { Line = null, Text = "x" }, A], new() { Key = [nameof(TrapRow.Id), nameof(TrapRow.Line)] }).ShouldBe((1, 1, 0, 0, 0));

    // dbt-audit-helper's compare_column_values asks whether both are NULL before it asks whether there is a row.
    [Fact]
    public void NULL_beside_a_row_that_is_missing_is_not_NULL_on_both_sides()
    {
        var found = tables.Compare([A with { Text = null }, B], [B]);
        found.Columns.Single(c => c.Name == nameof(TrapRow.Text)).Counts.ShouldBe(new(1, 0, 0, 0, 0));
        TrapTables.Rows(found).ShouldBe((1, 0, 0, 1, 0));
    }

    // dbt-audit-helper's compare_which_columns_differ sees inner-joined rows alone, where a missing row differs in nothing.
    [Fact]
    public void A_missing_row_makes_tables_differ_though_no_column_does()
    {
        var found = tables.Compare([A, B], [A]);
        TrapTables.Differing(found).ShouldBeEmpty();
        found.Verdict.ShouldBe(Verdict.Different);
    }

    // dbt_utils.equal_rowcount sums no rows to NULL, which is an error; SQLMesh crashed; reladiff wants an option.
    [Fact]
    public void Two_empty_tables_are_identical()
    {
        tables.Compare<TrapRow, TrapRow>([], []).Verdict.ShouldBe(Verdict.Identical);
        tables.Compare<TrapRow, TrapRow>([], [], AsBags).Verdict.ShouldBe(Verdict.Identical);
    }

    // dbt_utils.equal_rowcount and fewer_rows_than pass where one side is empty.
    [Fact]
    public void An_empty_table_against_one_with_rows_differs_from_either_side()
    {
        tables.Rows<TrapRow, TrapRow>([], [A, B]).ShouldBe((0, 0, 2, 0, 0));
        tables.Rows<TrapRow, TrapRow>([A, B], []).ShouldBe((0, 0, 0, 2, 0));
        tables.Rows<TrapRow, TrapRow>([A, B], [], AsBags).ShouldBe((0, 0, 0, 2, 0));
    }

    // dbt_utils.equal_rowcount: groups that never meet count as no difference.
    [Fact]
    public void Tables_without_a_key_in_common_are_removed_and_added() => tables.Rows([A], [B]).ShouldBe((0, 0, 1, 1, 0));

    // DVT joins without a separator, data-diff by '|', SQLMesh by ',', dbt-audit-helper by '-'.
    [Theory]
    [InlineData("a", "bc", "ab", "c")]
    [InlineData("a|b", "c", "a", "b|c")]
    [InlineData("a,b", "c", "a", "b,c")]
    [InlineData("a-b", "c", "a", "b-c")]
    [InlineData("a", null, "a", "")]
    [InlineData("a", null, null, "a")]
    [InlineData("a", null, "a", "<null>")]
    [InlineData("a", null, "a", "DEFAULT_REPLACEMENT_STRING")]
    [InlineData("a", null, "a", "_dbt_utils_surrogate_key_null_")]
    public void Texts_do_not_collide_in_a_key_nor_in_a_row(string? left, string? leftOther, string? right, string? rightOther)
    {
        TrapRow one = A with { Text = left, Other = leftOther }, other = A with { Text = right, Other = rightOther };
        tables.Rows([one], [other], new() { Key = [nameof(TrapRow.Text), nameof(TrapRow.Other)] }).ShouldBe((0, 0, 1, 1, 0));
        tables.Rows([one], [other]).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows([one], [other], AsBags).ShouldBe((0, 0, 1, 1, 0));
    }

    [Fact]
    public void Numbers_do_not_collide_in_a_key() =>
        tables.Rows([A with { Id = 1, Line = 11 }], [A with { Id = 11, Line = 1 }], new() { Key = [nameof(TrapRow.Id), nameof(TrapRow.Line)] }).ShouldBe((0, 0, 1, 1, 0));

    // datacompy takes a text of its own for NULL, and raises an error where a table has it.
    [Fact]
    public void A_word_that_stands_for_NULL_elsewhere_is_a_key_like_others() =>
        tables.Rows([A with { Text = "DATACOMPY_NULL" }, B with { Text = null }], [A with { Text = "DATACOMPY_NULL", Number = 5 }, B with { Text = null }], new() { Key = [nameof(TrapRow.Text)] }).ShouldBe((1, 1, 0, 0, 0));

    // datafold data-diff refuses keys that are neither whole numbers, nor UUIDs, nor texts of letters and digits.
    [Theory]
    [InlineData(nameof(TrapRow.At))]
    [InlineData(nameof(TrapRow.Price))]
    [InlineData(nameof(TrapRow.Weight))]
    [InlineData(nameof(TrapRow.Text))]
    public void A_key_may_be_of_any_type(string key)
    {
        var row = A with { At = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddMicroseconds(6), Price = 12.345678m, Weight = 0.1, Text = "a b\nc'd\"" };
        var other = row with { At = row.At!.Value.AddMicroseconds(1), Price = 12.345679m, Weight = 0.1 + double.Epsilon + 1e-16, Text = "a b\nc'd'" };
        tables.Rows([row, other], [row with { Number = 7 }, other], new() { Key = [key] }).ShouldBe((1, 1, 0, 0, 0));
    }
}
