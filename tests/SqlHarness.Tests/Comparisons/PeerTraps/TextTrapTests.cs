using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Where others take two texts for one.</summary>
public sealed class TextTrapTests(TrapTables tables) : IClassFixture<TrapTables>
{
    static TrapRow Text(string? text) => new() { Id = 1, Text = text };

    [Theory]
    [InlineData(null, "")] // SQLMesh maps NULL to the empty text; Oracle has no other.
    [InlineData(null, "<null>")] // datafold data-diff and reladiff write it so.
    [InlineData(null, "DEFAULT_REPLACEMENT_STRING")] // DVT.
    [InlineData(null, "NULL")]
    [InlineData("a", "a ")] // DVT trims; char(n), MySQL's and SQL Server's collations pad.
    [InlineData("a", " a")]
    [InlineData("", " ")]
    [InlineData("a", "A")] // MariaDB's general_ci, SQL Server's default; DVT's upper.
    [InlineData("é", "e")]
    [InlineData("é", "É")]
    [InlineData("\u00e9", "e\u0301")] // A form of Unicode is not another.
    [InlineData("Straße", "Strasse")]
    [InlineData("😀", "😁")]
    [InlineData("a\tb", "a b")]
    [InlineData("1.0", "1")]
    [InlineData("NaN", "nan")]
    [InlineData("2024-01-01", "2024-01-01 00:00:00")]
    public void Two_texts_are_not_one(string? left, string? right)
    {
        var found = tables.Compare([Text(left)], [Text(right)]);
        (found.Verdict, found.Rows.Modified).ShouldBe((Verdict.Different, 1));
        TrapTables.Differing(found).ShouldBe([nameof(TrapRow.Text)]);
        // And not in a key either.
        tables.Rows([Text(left)], [Text(right)], new() { Key = [nameof(TrapRow.Text)] }).ShouldBe((0, 0, 1, 1, 0));
    }

    // datafold data-diff joined the columns' texts until they were too long for the engine.
    [Fact]
    public void The_last_letter_of_a_long_text_counts() => tables.Rows([Text(new string('x', 100_000) + "a")], [Text(new string('x', 100_000) + "b")]).ShouldBe((0, 1, 0, 0, 0));

    // DVT's rtrim is the default and is not told.
    [Fact]
    public void A_rule_that_makes_texts_equal_is_listed_with_what_it_hid()
    {
        var found = tables.Compare([Text("a "), new TrapRow { Id = 2, Text = "b" }], [Text("a"), new TrapRow { Id = 2, Text = "b" }], new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.Text)] = Tolerance.Trimmed } });
        found.Verdict.ShouldBe(Verdict.EqualWithinRules);
        found.Hidden.ShouldBe([new("trimmed", nameof(TrapRow.Text), 1)]);
    }

    // SQLite's upper() knows ASCII alone, and an engine's collation more than Unicode's simple mapping.
    [Theory]
    [InlineData("éa", "ÉA", true)]
    [InlineData("я", "Я", true)]
    [InlineData("é", "e", false)]
    [InlineData("ß", "ss", false)]
    [InlineData("a", "a ", false)]
    public void Ignoring_case_is_the_same_on_all_engines(string left, string right, bool areEqual) =>
        tables.Compare([Text(left)], [Text(right)], new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.Text)] = Tolerance.IgnoringCase } }).Verdict.ShouldBe(areEqual ? Verdict.EqualWithinRules : Verdict.Different);

    [Fact]
    public void The_empty_text_is_NULL_only_where_that_is_stated()
    {
        ComparisonOptions stated = new() { Key = TrapTables.Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.Text)] = Tolerance.EmptyIsNull } };
        tables.Compare([Text("")], [Text(null)], stated).Verdict.ShouldBe(Verdict.EqualWithinRules);
        tables.Compare([Text(" ")], [Text(null)], stated).Verdict.ShouldBe(Verdict.Different);
    }
}
