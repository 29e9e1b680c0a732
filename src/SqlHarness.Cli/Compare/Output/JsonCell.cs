using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>
/// Cells in JSON, without a digit lost. A number is a JSON number where every reader has its digits back from a double: whole numbers up to 2^53 and decimals of at most 15 digits, without trailing
/// zeros; any other, and NaN and the infinities, is a string. Times are ISO 8601 in UTC with microseconds, durations ISO 8601 too (<c>PT1.5S</c>), bytes <c>0x</c> and hexadecimal digits.
/// </summary>
static class JsonCell
{
    const long MostExact = 1L << 53;
    const decimal One = 1.0000000000000000000000000000m;

    /// <summary>A presented cell.</summary>
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        bool truth => JsonValue.Create(truth),
        double number => Number(number),
        float number => Number(number),
        DateTime time => Text(time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)),
        DateOnly day => Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => Text(time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        TimeSpan span => Text(XmlConvert.ToString(span)),
        string text => Text(text),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Exact(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        Guid or byte[] or MaskedValue => Text(CellText.Of(value)),
        // Wider whole numbers among them.
        IFormattable other => Text(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Text(value.ToString() ?? ""),
    };

    /// <summary>Text; half a surrogate pair, which no JSON in UTF-8 can hold, is U+FFFD.</summary>
    public static JsonNode Text(string text) => JsonValue.Create(text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes().Select(r => r.ToString())) : text);

    static JsonNode Number(double number) => double.IsFinite(number) ? JsonValue.Create(number) : Text(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");

    static JsonNode Exact(decimal number)
    {
        var plain = number / One;
        return decimal.IsInteger(plain) ? Math.Abs(plain) <= MostExact ? JsonValue.Create(plain) : Text(plain.ToString(CultureInfo.InvariantCulture))
            : plain.ToString(CultureInfo.InvariantCulture) is var digits && digits.Trim('-', '0').Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length <= 15 ? JsonValue.Create(plain) : Text(digits);
    }
}
