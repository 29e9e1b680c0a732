using LinqToDB.Mapping;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Where others leave columns out.</summary>
public sealed class SchemaTrapTests(TrapTables tables) : IClassFixture<TrapTables>
{
    static readonly TrapRow Row = new() { Id = 1, Number = 42 };

    // SQLMesh and datafold data-diff for dbt do not compare a column whose type changed.
    [Fact]
    public void A_column_whose_type_changed_is_compared_and_the_change_is_listed()
    {
        var found = tables.Compare<TrapRow, TextNumber>([Row], [new() { Id = 1, Number = "43" }]);
        TrapTables.Differing(found).ShouldBe([nameof(TrapRow.Number)]);
        found.Schema.Differences.ShouldContain(d => d.Change == SchemaChange.Type && d.Column == nameof(TrapRow.Number));
        tables.Rows<TrapRow, TextNumber>([Row], [new() { Id = 1, Number = "42" }]).ShouldBe((1, 0, 0, 0, 0));
        tables.Rows<TrapRow, TextNumber>([Row], [new() { Id = 1, Number = "042" }]).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows<TrapRow, TextNumber>([Row], [new() { Id = 1, Number = "" }]).ShouldBe((0, 1, 0, 0, 0));
        tables.Rows<TrapRow, TextNumber>([Row with { Number = 9_007_199_254_740_993 }], [new() { Id = 1, Number = "9007199254740992" }]).ShouldBe((0, 1, 0, 0, 0));
    }

    // dbt_utils.equality passed where one table had a part of the other's columns.
    [Fact]
    public void A_column_of_one_side_makes_tables_differ_from_either_side()
    {
        tables.Compare<TrapRow, TextNumber>([Row], [new() { Id = 1, Number = "42" }]).Verdict.ShouldBe(Verdict.Different);
        tables.Compare<TextNumber, TrapRow>([new() { Id = 1, Number = "42" }], [Row]).Verdict.ShouldBe(Verdict.Different);
    }

    // recce fails on it; dbt_utils takes equal names alone.
    [Fact]
    public void A_column_may_have_another_name()
    {
        ComparisonOptions renamed = new() { Key = TrapTables.Key, Renames = new Dictionary<string, string> { [nameof(TrapRow.Number)] = nameof(Renamed.Quantity) } };
        tables.Compare<TrapRow, Renamed>([Row], [new() { Quantity = 41, id = 1 }], renamed).Columns.Single(c => c.Name == nameof(TrapRow.Number)).Counts.Different.ShouldBe(1);
        tables.Compare<TrapRow, Renamed>([Row], [new() { Quantity = 42, id = 1 }], renamed).Rows.Identical.ShouldBe(1);
    }

    // What is left out is a rule that hides, and no peer says what it hid.
    [Fact]
    public void A_column_to_be_ignored_is_listed_with_what_it_hid()
    {
        var found = tables.Compare([Row, Row with { Id = 2 }], [Row with { Text = "x" }, Row with { Id = 2 }], new() { Key = TrapTables.Key, Ignored = [nameof(TrapRow.Text)] });
        (found.Verdict, found.Hidden.Single()).ShouldBe((Verdict.EqualWithinRules, new HiddenDifference("ignored", nameof(TrapRow.Text), 1)));
    }

    [Table("text_numbers")]
    public sealed class TextNumber
    {
        [Column("count_of")] public string? Number { get; set; }
        [Column("id")] public long? Id { get; set; }
    }

    [Table("renamed_rows")]
    public sealed class Renamed
    {
        [Column("quantity")] public long? Quantity { get; set; }
        [Column("ID")] public long? id { get; set; }
    }
}
