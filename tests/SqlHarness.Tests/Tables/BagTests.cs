using SqlHarness.Tables;

namespace SqlHarness.Tests.Tables;

public class BagTests
{
    sealed record Row(int Id, string? Name, double Amount = 0);

    sealed record Outer(Row Event, long? SessionId);

    sealed record Twins(Row Left, Row Right);

    sealed record Loop(int Id, Loop? Next);

    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Order_means_nothing() => Bag.Compare<Row>([new(1, "a"), new(2, null)], [new(2, null), new(1, "a")]).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Multiplicity_counts()
    {
        var difference = Bag.Compare<Row>([new(1, "a"), new(1, "a")], [new(1, "a")]);
        difference.Kinds.ShouldBe(["missing row"]);
        difference.EqualRows.Count.ShouldBe(1);
        Bag.Compare<Row>([new(1, "a")], [new(1, "a"), new(1, "a")]).Kinds.ShouldBe(["extra row"]);
    }

    [Fact]
    public void Null_equals_null_and_nothing_else()
    {
        Bag.Compare<Row>([new(1, null)], [new(1, null)]).IsEmpty.ShouldBeTrue();
        Bag.Compare<Row>([new(1, null)], [new(1, "")]).Kinds.ShouldBe(["Name differs"]);
        Bag.Compare<Row>([new(1, null)], [new(1, "NULL")]).ToString().ShouldContain("['NULL']");
    }

    [Fact]
    public void Not_a_number_equals_itself_and_minus_zero_equals_zero() =>
        Bag.Compare<Row>([new(1, "a", double.NaN), new(2, "b", -0.0)], [new(1, "a", double.NaN), new(2, "b", 0.0)]).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Bytes_are_compared_and_ordered_by_content()
    {
        Bag.Compare([new { Id = 1, Bytes = new byte[] { 1, 2 } }], [new { Id = 1, Bytes = new byte[] { 1, 2 } }]).IsEmpty.ShouldBeTrue();
        Bag.Compare([new byte[] { 2 }, [1]], [new byte[] { 3 }, [4]]).Rows.Count.ShouldBe(4);
    }

    [Fact]
    public void Rows_most_alike_stand_side_by_side()
    {
        var difference = Bag.Compare<Row>([new(1, "a", 1), new(2, "b", 2)], [new(2, "b", 3), new(1, "x", 1)]);
        difference.Rows.Select(p => (p.Expected![0], p.Actual![0])).ShouldBe([(1, 1), (2, 2)]);
        difference.Kinds.ShouldBe(["Amount differs", "Name differs"]);
    }

    [Fact]
    public void A_key_decides_which_rows_stand_side_by_side()
    {
        // By likeness 1 would stand beside 2; the key forbids it.
        Row[] expected = [new(1, "a", 5)], actual = [new(2, "a", 5), new(1, "z", 9)];
        Bag.Compare(expected, actual, "Id").Rows.Count(p => p.Expected is not null && p.Actual is not null && Equals(p.Actual[0], 1)).ShouldBe(1);
        Bag.Compare(expected, actual).Rows.Single(p => p.Expected is not null).Actual![0].ShouldBe(2);
        Should.Throw<ArgumentException>(() => Bag.Compare(expected, actual, "Key")).Message.ShouldContain("No column Key to pair rows by; there are Id, Name, Amount");
    }

    [Fact]
    public void Rows_with_little_in_common_are_not_paired() =>
        Bag.Compare<Row>([new(1, "a", 1)], [new(2, "b", 1)]).Kinds.ShouldBe(["extra row", "missing row"]);

    [Fact]
    public void Nested_objects_are_flattened_and_shared_names_carry_their_path()
    {
        RowColumns.Of(typeof(Outer)).Select(c => c.Name).ShouldBe(["Id", "Name", "Amount", "SessionId"]);
        RowColumns.Of(typeof(Twins)).Select(c => c.Name).ShouldContain("Right.Amount");
        RowColumns.Of(typeof(Outer))[1].ValueOf(new Outer(null!, 3)).ShouldBeNull();
        RowColumns.Of(typeof((int, string))).Select(c => c.ValueOf((7, "x"))).ShouldBe([7, "x"]);
        RowColumns.Of(typeof(DateTime?)).Single().Name.ShouldBe("Value");
    }

    [Fact]
    public void A_type_that_contains_itself_is_refused() =>
        Should.Throw<ArgumentException>(() => RowColumns.Of(typeof(Loop))).Message.ShouldContain("Loop contains itself, at Next");

    [Fact]
    public void Only_differing_cells_are_marked_and_equal_rows_stand_below()
    {
        var text = Bag.Compare(
            [new { Id = 1, Start = (DateTime?)Nine, Campaign = (string?)null }, new { Id = 2, Start = (DateTime?)Nine, Campaign = (string?)"b" }],
            [new { Id = 1, Start = (DateTime?)Nine, Campaign = (string?)null }, new { Id = 2, Start = (DateTime?)Nine.AddMicroseconds(1), Campaign = (string?)"b" }]).ToString();
        text.ShouldBe("""
                       | Id | Start                        | Campaign
              ---------+----+------------------------------+---------
              expected |  2 | [2025-01-01 09:00:00.000000] | b
              actual   |  2 | [2025-01-01 09:00:00.000001] | b
              equal    |  1 | 2025-01-01 09:00:00.000000   | NULL
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Microseconds_are_dropped_where_a_column_has_none() =>
        CellText.OfColumn([Nine, null]).ShouldBe(["2025-01-01 09:00:00", "NULL"]);
}
