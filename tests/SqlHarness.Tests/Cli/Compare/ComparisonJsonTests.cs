using System.Text.Json;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Cli.Compare;

public class ComparisonJsonTests
{
    static JsonElement Of(TableComparison comparison, Mask? mask = null) => JsonDocument.Parse(ComparisonJson.Of(comparison, mask ?? Mask.None)).RootElement;

    static string Raw(JsonElement element) => JsonSerializer.Serialize(element, Relaxed);

    static readonly string[] Lists = ["schema", "totals", "hidden", "explanation", "examples"];

    static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Equal_tables_are_identical()
    {
        var json = Of(OrderComparison.Identical);
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["version", "verdict", "left", "right", "key", "key_found", "schema", "rows", "columns", "totals", "ladder", "hidden", "explanation", "examples", "run"]);
        Raw(json.GetProperty("rows")).ShouldBe("""{"identical":1000,"modified":0,"added":0,"removed":0,"non_unique_key":0}""");
        (json.GetProperty("version").GetInt32(), json.GetProperty("verdict").GetString(), json.GetProperty("key_found").GetBoolean()).ShouldBe((1, "identical", true));
        Raw(json.GetProperty("run")).ShouldBe("""{"method":"one engine","left_rows":1000,"right_rows":1000,"rows_read":0,"seconds":1.25}""");
        Lists.Select(name => json.GetProperty(name).GetArrayLength()).ShouldAllBe(length => length == 0);
        json.GetProperty("ladder").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(Verdict.Identical, "identical")]
    [InlineData(Verdict.EqualWithinRules, "equal_within_rules")]
    [InlineData(Verdict.SampleEqual, "sample_equal")]
    [InlineData(Verdict.Different, "different")]
    public void The_verdict_is_a_word_in_snake_case(Verdict verdict, string word) => Of(OrderComparison.Identical with { Verdict = verdict }).GetProperty("verdict").GetString().ShouldBe(word);

    [Fact]
    public void What_a_rule_hid_is_in_its_column_and_in_the_ledger()
    {
        var json = Of(OrderComparison.WithinRules);
        Raw(json.GetProperty("columns")[2]).ShouldBe(
            """{"name":"amount","as":"decimal_number","equal":1000,"different":0,"left_null":0,"right_null":0,"hidden":3,"tolerance":"within 0.01","is_key":false,"ignored":false,"masked":false,"examples":[]}""");
        Raw(json.GetProperty("hidden")).ShouldBe("""[{"rule":"within 0.01","column":"amount","rows":3}]""");
    }

    [Fact]
    public void Empty_tables_have_counts_of_zero() => Raw(Of(OrderComparison.Empty).GetProperty("columns")[0])
        .ShouldBe("""{"name":"order_id","as":"whole_number","equal":0,"different":0,"left_null":0,"right_null":0,"hidden":0,"tolerance":null,"is_key":true,"ignored":false,"masked":false,"examples":[]}""");

    [Fact]
    public void A_difference_is_there_with_typed_values()
    {
        var json = Of(OrderComparison.Different);
        Raw(json.GetProperty("examples")[0]).ShouldBe(
            """{"change":"modified","key":{"order_id":2},"left":{"order_id":2,"customer":"Anna Abel","amount":7310.57,"is_paid":false,"day":"2024-02-01","paid_at":null}"""
            + ""","right":{"order_id":2,"customer":"Anna Abel","amount":7312.61,"is_paid":true,"day":"2024-02-01","paid_at":null},"differs":["amount","is_paid"]}""");
        Raw(json.GetProperty("examples")[3]).ShouldBe(
            """{"change":"added","key":{"order_id":1001},"left":null,"right":{"order_id":1001,"customer":"Carl Cohn","amount":19.99,"is_paid":null,"day":"2024-02-29","paid_at":"2024-02-29T00:00:00.000001Z"},"differs":[]}""");
        Raw(json.GetProperty("schema")[0]).ShouldBe("""{"change":"missing","column":"legacy","left":"INTEGER","right":null,"meaning":"new.csv has no such column; its values are not compared.","suggested":null}""");
        json.GetProperty("explanation")[0].GetProperty("counter_examples")[0].GetProperty("key").GetProperty("order_id").GetInt32().ShouldBe(4);
    }

    [Fact]
    public void Totals_are_flat_rows_with_their_place_and_difference()
    {
        var json = Of(OrderComparison.Different);
        json.GetProperty("totals").EnumerateArray().Select(t => $"{t.GetProperty("level")} {t.GetProperty("depth")} {t.GetProperty("differs")}").ShouldBe(
            ["all 0 True", "customer 1 True", "day of paid_at 2 True", "day of paid_at 2 False", "customer 1 False", "customer 1 True"]);
        Raw(json.GetProperty("totals")[2].GetProperty("key")).ShouldBe("""{"customer":"Anna Abel","day of paid_at":"2024-02-01"}""");
        Raw(json.GetProperty("totals")[5]).ShouldBe("""{"level":"customer","depth":1,"key":{"customer":"Dora Diehl"},"in_left":true,"in_right":false,"differs":true,"measures":["""
            + """{"measure":"rows","left":1,"right":null,"delta":-1},{"measure":"sum of amount","left":5.5,"right":null,"delta":-5.5},{"measure":"greatest of customer","left":"Dora Diehl","right":null,"delta":null}]}""");
        json.GetProperty("ladder").GetProperty("not_followed").GetInt32().ShouldBe(5);
    }

    [Fact]
    public void Nothing_is_left_out_of_wide_tables()
    {
        var json = Of(BigComparison.Of(120, 90));
        json.GetProperty("columns").GetArrayLength().ShouldBe(121);
        json.GetProperty("schema").GetArrayLength().ShouldBe(120);
        json.GetProperty("totals").GetArrayLength().ShouldBe(1 + 90 + 90 * 30);
        json.GetProperty("examples").GetArrayLength().ShouldBe(300);
    }

    // A row of one side is padded with NULLs where bags were compared, which would be values that nobody has.
    [Fact]
    public void Ignored_columns_are_in_no_example()
    {
        var comparison = OrderComparison.Different;
        var json = Of(comparison with { Columns = [.. comparison.Columns.Select(c => c.Name == "paid_at" ? c with { IsIgnored = true } : c)] });
        json.GetProperty("examples")[0].GetProperty("left").EnumerateObject().Select(p => p.Name).ShouldBe(["order_id", "customer", "amount", "is_paid", "day"]);
        json.GetProperty("columns")[5].GetProperty("ignored").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Masked_values_are_tokens_and_their_sums_too()
    {
        var json = Of(OrderComparison.Different, new(["customer", "amount"]));
        Raw(json.GetProperty("examples")[0].GetProperty("left")).ShouldBe("""{"order_id":2,"customer":"•••1","amount":"•••2","is_paid":false,"day":"2024-02-01","paid_at":null}""");
        Raw(json.GetProperty("totals")[0].GetProperty("measures")).ShouldBe("""
            [{"measure":"rows","left":1000,"right":999,"delta":-1},{"measure":"sum of amount","left":"•••10","right":"•••11","delta":null},{"measure":"greatest of customer","left":"•••8","right":"•••6","delta":null}]
            """);
        json.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("masked").GetBoolean()).ShouldBe([false, true, true, false, false, false]);
    }

    [Theory]
    [MemberData(nameof(OrderComparison.HostileTexts), MemberType = typeof(OrderComparison))]
    public void Any_text_comes_back_as_it_is(string text)
    {
        var (json, there) = (Of(OrderComparison.Hostile(text)), OrderComparison.InJson(text));
        json.GetProperty("left").GetString().ShouldBe(there);
        json.GetProperty("examples")[0].GetProperty("left").GetProperty("value").GetString().ShouldBe(there);
        json.GetProperty("examples")[0].GetProperty("key").GetProperty(there).GetString().ShouldBe(there);
        json.GetProperty("totals")[1].GetProperty("key").GetProperty(there).GetString().ShouldBe(there);
        json.GetProperty("hidden")[1].GetProperty("rule").GetString().ShouldBe(there);
    }
}
