using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Cli.Compare;

public class MaskTests
{
    /// <summary>Values of customer and amount in <see cref="OrderComparison.Different"/>, wherever they stand in it.</summary>
    public static string[] Raw { get; } = ["Anna", "Bert", "Carl", "Dora", "Emil", "7310.57", "7312.61", "88.25", "19.99", "5.5", "90210.75", "90212.79", "7330.57", "7332.61", "2.04"];

    [Fact]
    public void Every_raw_value_would_be_seen_without_a_mask()
    {
        var json = ComparisonJson.Of(OrderComparison.Different, Mask.None);
        Raw.Where(value => !json.Contains(value, StringComparison.Ordinal)).ShouldBeEmpty();
        var masked = ComparisonJson.Of(OrderComparison.Different, new(["customer", "amount"]));
        Raw.Where(value => masked.Contains(value, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Equal_values_have_one_token_and_different_ones_two_wherever_they_stand()
    {
        var shown = Presented.Of(OrderComparison.Different, new(["customer"]));
        object? Customer(int example) => shown.Examples[example].Cells[1];
        (Customer(1), Customer(2)).ShouldBe((new MaskedValue(2), new MaskedValue(2)));
        Customer(0).ShouldBe(new MaskedValue(1));
        shown.Totals!.All.Below.Select(b => b.Key[0]).ShouldBe([new MaskedValue(1), new MaskedValue(2), new MaskedValue(4)]);
        shown.Totals.All.Left.ShouldBe([1000L, 90210.75m, new MaskedValue(4)]);
    }

    [Fact]
    public void NULL_stays_NULL()
    {
        var shown = Presented.Of(OrderComparison.Different, new(["customer"]));
        (shown.Examples[1].Right![1], shown.Examples[5].Left![1]).ShouldBe((null, null));
    }

    [Fact]
    public void Counts_of_a_masked_column_are_shown()
    {
        TotalMeasure[] measures = [new("amount", Aggregation.Count), new("amount", Aggregation.NullCount), new("amount", Aggregation.CountDistinct), new("amount", Aggregation.Minimum), new("amount", Aggregation.Sum)];
        var shown = Presented.Of(OrderComparison.Identical with { Totals = new([], measures, new([], [5L, 1L, 4L, 2.5m, 30m], [5L, 1L, 4L, 2.50m, 31m], true, []), 0, 0, false) }, new(["amount"]));
        shown.Totals!.All.Left.ShouldBe([5L, 1L, 4L, new MaskedValue(1), new MaskedValue(2)]);
        shown.Totals.All.Right.ShouldBe([5L, 1L, 4L, new MaskedValue(1), new MaskedValue(3)]);
    }

    [Fact]
    public void A_level_of_a_masked_column_is_masked() =>
        Presented.Of(OrderComparison.Different, new(["PAID_AT"])).Totals!.All.Below[0].Below.Select(b => b.Key).ShouldBe([["Anna Abel", new MaskedValue(2)], ["Anna Abel", new MaskedValue(3)]]);

    [Fact]
    public void A_renamed_column_is_masked_by_either_name()
    {
        var schema = SchemaComparison.Of(new("l", [new("id", typeof(long)), new("mail", typeof(string))]), new("r", [new("id", typeof(long)), new("address", typeof(string))]), new Dictionary<string, string> { ["mail"] = "address" });
        var comparison = OrderComparison.Identical with
        {
            Schema = schema, Columns = [.. schema.Columns.Select(c => new ColumnComparison(c, new(0, 1, 0, 0, 0), c.Name == "id", false, null) { Examples = c.Name == "id" ? [] : [new(RowChange.Modified, [1L, "a@b"], [1L, "c@d"], [false, true])] })], Key = ["id"],
            Examples = [new(RowChange.Modified, [1L, "a@b"], [1L, "c@d"], [false, true])],
            Totals = new(["address"], [new("mail", Aggregation.Minimum)], new([], ["a@b"], ["c@d"], true, [new(["a@b"], ["a@b"], null, true, [])]), 1, 0, false),
        };
        foreach (var name in new[] { "mail", "address" })
        {
            foreach (var text in new[] { ComparisonJson.Of(comparison, new([name])), ComparisonPage.Of(comparison, new([name])), ComparisonMarkdown.Of(comparison, new([name])) })
                (text.Contains("a@b", StringComparison.Ordinal), text.Contains("c@d", StringComparison.Ordinal)).ShouldBe((false, false), name);
        }
    }

    [Fact]
    public void A_sentence_that_may_say_a_masked_value_is_not_shown()
    {
        string Shown(string sentence, string? column, params string[] mask) =>
            Presented.Of(OrderComparison.Different with { Explanations = [new(sentence, column, 1, 1, [])] }, new(mask)).Explanations[0].Sentence;
        Shown("All are one day later", "day", "amount").ShouldBe("All are one day later");
        Shown("All are 2.04 more", "amount", "amount").ShouldBe("What the differences of amount have in common is not shown: the column is masked.");
        Shown("All are of anna abel", null, "customer").ShouldBe("What differences have in common is not shown: it may say masked values.");
        Shown("All have another customer", null, "customer").ShouldStartWith("What differences have in common is not shown");
        Shown("All are of Annabel", null, "customer").ShouldBe("All are of Annabel");
        Shown("All are of 2024-02-29", null, "paid_at").ShouldStartWith("What differences have in common is not shown");
    }

    [Fact]
    public void A_name_that_is_no_column_is_refused()
    {
        ComparedTable left = new("old", [new("email", typeof(string))]), right = new("new", [new("Phone", typeof(string))]);
        Should.Throw<BadInputException>(() => new Mask(["emal"]).Check(left, right)).Message.ShouldBe("Neither old nor new has a column emal to mask; did you mean email?");
        Should.NotThrow(() => new Mask(["EMAIL", "phone"]).Check(left, right));
    }
}
