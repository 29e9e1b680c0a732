using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>A column that became text, or was one, is compared by what the texts say.</summary>
public class TextBesideTypesTests
{
    public static TheoryData<string, string> Engines => new() { { "duckdb", "duckdb" }, { "sqlite", "sqlite" }, { "sqlite", "duckdb" }, { "duckdb", "sqlite" } };

    static async Task<TableComparison> CompareAsync(string left, string right, ComparisonOptions options, bool isMirrored = false)
    {
        static Engine Named(string name) => name == "duckdb" ? Engine.DuckDb() : Engine.Sqlite();
        await using var one = await Named(left).OpenAsync(TestContext.Current.CancellationToken);
        await using var other = left == right ? null : await Named(right).OpenAsync(TestContext.Current.CancellationToken);
        var (texts, values) = (TextCases.Side(one, one.Load(TextCases.Texts)), TextCases.Side(other ?? one, (other ?? one).Load(TextCases.Values)));
        return await Comparison.OfAsync(isMirrored ? values : texts, isMirrored ? texts : values, options, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task By_what_they_say(string left, string right)
    {
        var compared = await CompareAsync(left, right, new() { Key = ["id"] });
        TextCases.Found(compared).ShouldBe(TextCases.Expected);
        compared.Hidden.ShouldBeEmpty();
        compared.Schema.Differences.Select(d => d.Change).Distinct().ShouldBe([SchemaChange.Type], ignoreOrder: true);
        compared.Schema.Differences.First(d => d.Column == "at").Meaning.ShouldBe("Compared by value, as DateTime, which each text is read as.");
        (await CompareAsync(left, right, new() { Key = ["id"] }, isMirrored: true)).Rows.Modified.ShouldBe(compared.Rows.Modified);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Rows_without_a_key_are_matched_by_it(string left, string right)
    {
        var compared = await CompareAsync(left, right, new() { Key = [], Ignored = ["id"] });
        // Of the nine rows five say what the other side holds.
        (compared.Rows.Identical, compared.Rows.Removed, compared.Rows.Added).ShouldBe((5, 4, 4));
    }

    [Fact]
    public async Task Tolerances_are_of_the_values_or_of_the_texts_and_the_ledger_counts_what_they_hid()
    {
        var tolerances = new Dictionary<string, Tolerance> { ["price"] = Tolerance.Absolute(0.01m), ["at"] = Tolerance.Within(TimeSpan.FromSeconds(1)), ["paid"] = Tolerance.IgnoringCase };
        var compared = await CompareAsync("duckdb", "duckdb", new() { Key = ["id"], Tolerances = tolerances });
        compared.Columns.Single(c => c.Name == "price").Counts.ShouldBe(new(6, 2, 0, 1, 1));
        // Beyond a hundred nanoseconds no text is read.
        compared.Columns.Single(c => c.Name == "at").Counts.ShouldBe(new(8, 1, 0, 0, 2));
        compared.Hidden.ShouldBe([new("within 0.01", "price", 1), new("within 00:00:01", "at", 2), new("ignoring case", "paid", 0)]);
    }

    [Fact]
    public async Task What_needs_one_type_says_so()
    {
        async Task<string> Refused(ComparisonOptions options) => (await Should.ThrowAsync<ComparisonException>(() => CompareAsync("duckdb", "duckdb", options))).Message;
        (await Refused(new() { Key = ["code"] })).ShouldBe("Column code is of the key, and is text on one side and Guid on the other; cast it in a query, or use another key.");
        (await Refused(new() { Key = ["id"], Measures = [new("price", Aggregation.Sum)] })).ShouldBe("The sum of price cannot be taken: price is text on one side and decimal on the other; cast it in a query.");
        (await Refused(new() { Key = ["id"], Levels = [new("at")], Measures = [new(null, Aggregation.Count)] })).ShouldBe("Level at cannot be taken: at is text on one side and DateTime on the other; cast it in a query.");
        (await Refused(new() { Key = ["id"], Levels = [new("at", SqlHarness.Portability.CalendarUnit.Day)], Measures = [new(null, Aggregation.Count)] })).ShouldBe("Level day of at cannot be taken: at is text on one side and DateTime on the other; cast it in a query.");
        (await CompareAsync("duckdb", "duckdb", new() { Key = ["id"], Measures = [new("price", Aggregation.NullCount)] })).Totals!.All.Differs.ShouldBeTrue();
    }
}
