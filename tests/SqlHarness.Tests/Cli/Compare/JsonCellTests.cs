using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using SqlHarness.Cli.Compare;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>No digit of a cell is lost in JSON.</summary>
public class JsonCellTests
{
    static string Of(object? value) => JsonCell.Of(value)?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";

    public static TheoryData<object?, string> Cells => new()
    {
        { null, "null" }, { true, "true" }, { 1L, "1" }, { 9_007_199_254_740_992L, "9007199254740992" }, { 9_007_199_254_740_993L, "\"9007199254740993\"" }, { long.MinValue, "\"-9223372036854775808\"" },
        { 12.30m, "12.3" }, { 100m, "100" }, { 0.000m, "0" }, { -0.05m, "-0.05" }, { 0.123456789012345m, "0.123456789012345" }, { 0.1234567890123456m, "\"0.1234567890123456\"" },
        { 79228162514264337593543950335m, "\"79228162514264337593543950335\"" }, { 0.1, "0.1" }, { 1e300, "1E+300" }, { double.NaN, "\"NaN\"" }, { double.NegativeInfinity, "\"-Infinity\"" },
        { new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc).AddMicroseconds(7), "\"2024-02-29T23:59:59.000007Z\"" }, { new DateOnly(2024, 2, 29), "\"2024-02-29\"" }, { new TimeOnly(23, 5, 1), "\"23:05:01.000000\"" },
        { TimeSpan.FromMilliseconds(-1500), "\"-PT1.5S\"" }, { new byte[] { 0, 255 }, "\"0x00FF\"" }, { Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E"), "\"0f8fad5b-d9cb-469f-a165-70867728950e\"" },
        { Int128.MaxValue, "\"170141183460469231731687303715884105727\"" }, { "NULL", "\"NULL\"" }, { "", "\"\"" }, { new MaskedValue(3), "\"•••3\"" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Cells))]
    public void A_cell_is_written_by_its_type(object? value, string json) => Of(value).ShouldBe(json);

    [Property(MaxTest = 1000)]
    public void A_decimal_comes_back_from_a_reader_of_doubles(decimal value, byte scale)
    {
        var scaled = value / (decimal)Math.Pow(10, scale % 20);
        var node = JsonNode.Parse(Of(scaled))!;
        var back = node.GetValueKind() == JsonValueKind.String ? decimal.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture)
            : decimal.Parse(node.GetValue<double>().ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        back.ShouldBe(scaled);
    }

    [Property(MaxTest = 1000)]
    public void A_double_comes_back(double value) =>
        (double.IsFinite(value) ? JsonNode.Parse(Of(value))!.GetValue<double>() : double.Parse(JsonNode.Parse(Of(value))!.GetValue<string>(), CultureInfo.InvariantCulture)).ShouldBe(value);
}
