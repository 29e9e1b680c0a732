using SqlHarness.Cli.Compare;

namespace SqlHarness.Tests.Cli.Compare;

public class CellTextsTests
{
    static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<object?, string> Cells => new()
    {
        { null, "NULL" }, { "NULL", "'NULL'" }, { "", "''" }, { true, "true" }, { new DateOnly(2024, 2, 29), "2024-02-29" }, { new TimeOnly(1, 2, 3), "01:02:03" }, { new TimeOnly(1, 2, 3).Add(TimeSpan.FromMicroseconds(4)), "01:02:03.000004" },
        { Noon, "2024-02-29 12:00:00" }, { Noon.AddMicroseconds(1), "2024-02-29 12:00:00.000001" }, { "a\u001b", "a\\u001b" }, { new byte[] { 1 }, "0x01" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Cells))]
    public void A_cell_reads_as_its_type(object? value, string text) => CellTexts.Of(value).ShouldBe(text);

    [Theory]
    [InlineData("a b", "a\u00a0b", "'a b'", "'a\\u00a0b'")]
    [InlineData("ab", "a\u200bb", "'ab'", "'a\\u200bb'")]
    [InlineData("a\nb", "a\r\nb", "'a\\nb'", "'a\\r\\nb'")]
    [InlineData("a", "b", "a", "b")]
    [InlineData("é", "è", "é", "è")]
    public void Texts_that_look_alike_are_spelled_out(string left, string right, string one, string other) => CellTexts.Pair(left, right, 100).ShouldBe((one, other));

    [Fact]
    public void Times_that_differ_have_the_same_digits() => CellTexts.Pair(Noon, Noon.AddMicroseconds(1), 100).ShouldBe(("2024-02-29 12:00:00.000000", "2024-02-29 12:00:00.000001"));

    [Fact]
    public void Of_long_texts_the_part_is_shown_that_differs()
    {
        var same = new string('s', 1000);
        CellTexts.Pair(same + "left" + same, same + "right" + same, 12).ShouldBe(("…sssleftsssss…", "…sssrightssss…"));
        CellTexts.Pair(same, same + "!", 12).ShouldBe(("…sss", "…sss!"));
        CellTexts.Pair("x" + same, "y" + same, 12).ShouldBe(("xsssssssssss…", "ysssssssssss…"));
    }

    [Fact]
    public void No_surrogate_pair_is_cut_in_two() => CellTexts.Cut("ab😀cd", 3).ShouldBe("ab…");
}
