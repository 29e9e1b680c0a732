using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Stored;
using SqlHarness.Tests.Cli;

namespace SqlHarness.Tests.Testing.Cases.Stored;

public sealed class CounterexampleFolderTests : IDisposable
{
    readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    static InputCase Case(string product) => new([[], [], [new Price(product, 1m, DateTime.UnixEpoch, null)]]);

    [Fact]
    public void A_counterexample_is_stored_once_under_a_name_that_says_what_failed()
    {
        var folder = CounterexampleFolder.Of(_root[""], "ShopQueries.DailyRevenues");
        folder.Files.ShouldBeEmpty();
        var first = folder.Store(Shop.Tables, Case("a"), "Amount differs", "one");
        Path.GetRelativePath(_root[""], first).ShouldBe(Path.Combine("shop-queries-daily-revenues", "amount-differs-3f7c3369.md"));
        folder.Store(Shop.Tables, Case("a"), "missing row", "two").ShouldBe(first);
        var second = folder.Store(Shop.Tables, Case("b"), "Amount differs", "three");
        second.ShouldNotBe(first);
        folder.Files.ShouldBe(new[] { first, second }.Order(StringComparer.Ordinal));
        folder.Read(Shop.Tables).Single(s => s.File == second).Stored.Comment.ShouldBe("three");
    }

    [Fact]
    public void A_file_that_was_renamed_and_commented_still_counts()
    {
        var folder = CounterexampleFolder.Of(_root[""], "q");
        var first = folder.Store(Shop.Tables, Case("a"), "Amount differs", "one");
        var renamed = Path.Combine(folder.Path, "boundary.md");
        File.Move(first, renamed);
        File.WriteAllText(renamed, File.ReadAllText(renamed).Replace("> one", "> why\n> indeed", StringComparison.Ordinal).ReplaceLineEndings("\r\n"));
        folder.Store(Shop.Tables, Case("a"), "Amount differs", "one").ShouldBe(renamed);
    }

    [Fact]
    public void Other_files_are_none_of_its_business()
    {
        var folder = CounterexampleFolder.Of(_root[""], "q");
        var file = folder.Store(Shop.Tables, Case("a"), "Amount differs", "one");
        File.WriteAllText(file + ".1.1.tmp", "half a fi");
        File.WriteAllText(Path.Combine(folder.Path, "notes.txt"), "");
        folder.Files.ShouldBe([file]);
    }

    [Theory]
    [InlineData("ShopQueries.DailyRevenues", "shop-queries-daily-revenues")]
    [InlineData("SQLFile2", "sql-file2")]
    [InlineData("daily revenue", "daily-revenue")]
    [InlineData("_a_", "a")]
    [InlineData("NUL", "nul-.+")]
    [InlineData("../etc", "etc-.+")]
    [InlineData("Größe", "gr-e-.+")]
    [InlineData("售", "[0-9a-f]{8}")]
    [InlineData("q(a > 1)", "q-a-1-.+")]
    public void Names_are_safe_and_readable(string name, string file) => FileNames.Of(name).ShouldMatch($"^{file}$");

    [Fact]
    public void Names_that_lose_characters_or_their_end_stay_different()
    {
        var longName = new string('a', 100);
        string[] names = ["q(a > 1)", "q(a < 1)", "q a 1", longName, longName + "b", "Größe", "Grüße", "../q", "q"];
        names.Select(FileNames.Of).Distinct().Count().ShouldBe(names.Length);
        FileNames.Of(longName).Length.ShouldBeLessThan(80);
        foreach (var empty in new[] { "", "  " })
            Should.Throw<ArgumentException>(() => CounterexampleFolder.Of(_root[""], empty));
    }
}
