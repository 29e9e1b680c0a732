using System.Xml;
using FsCheck.Xunit;
using SqlHarness.Cli.Compare;

namespace SqlHarness.Tests.Cli.Compare;

public class PrintableTests
{
    [Theory]
    [InlineData("plain text, ünï, 漢字", "plain text, ünï, 漢字")]
    [InlineData("a\tb\r\nc", "a\\tb\\r\\nc")]
    [InlineData("\u001b[31mred\u0000\u009b", "\\u001b[31mred\\u0000\\u009b")]
    [InlineData("right\u202eto left", "right\\u202eto left")]
    [InlineData("no\u200bwidth\ufeff", "no\\u200bwidth\\ufeff")]
    [InlineData("😀 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "😀 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    public void What_is_not_printable_is_its_code(string text, string printed) => Printable.Of(text).ShouldBe(printed);

    // An attribute cannot hold it.
    [Fact]
    public void Half_a_surrogate_pair_is_its_code() => Printable.Of("half \ud83d pair \udc00").ShouldBe("half \\ud83d pair \\udc00");

    [Fact]
    public void Spelled_text_is_ASCII() => Printable.Spelled("é😀\u00a0x").ShouldBe("\\u00e9\\U0001f600\\u00a0x");

    [Property(MaxTest = 1000)]
    public void Any_text_is_made_one_that_XML_can_hold(string? text, char one, char other)
    {
        var printed = Printable.Of($"{text}{one}{other}");
        XmlConvert.VerifyXmlChars(printed).ShouldBe(printed);
        printed.Where(char.IsControl).ShouldBeEmpty();
    }
}
