using System.Globalization;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>BigQuery's types in C#, and how their text is read. What is not here stays text.</summary>
static class GoogleSqlTypes
{
    static readonly Dictionary<string, (Type Type, Func<string, object> Read)> Known = new(StringComparer.Ordinal)
    {
        ["INT64"] = (typeof(long), text => long.Parse(text, CultureInfo.InvariantCulture)),
        ["FLOAT64"] = (typeof(double), text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ["NUMERIC"] = (typeof(decimal), text => Decimal(text)),
        ["BIGNUMERIC"] = (typeof(decimal), text => Decimal(text)),
        ["BOOL"] = (typeof(bool), text => bool.Parse(text)),
        ["BYTES"] = (typeof(byte[]), Convert.FromBase64String),
        ["TIMESTAMP"] = (typeof(DateTime), text => Instant(long.Parse(text, CultureInfo.InvariantCulture))),
        ["DATE"] = (typeof(DateTime), text => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ["DATETIME"] = (typeof(DateTime), text => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        ["TIME"] = (typeof(TimeSpan), text => TimeSpan.Parse(text, CultureInfo.InvariantCulture)),
    };

    public static Type TypeOf(string name) => Known.TryGetValue(name, out var known) ? known.Type : typeof(string);

    public static object Read(string name, string text) => Known.TryGetValue(name, out var known) ? known.Read(text) : text;

    // Not AddMicroseconds: it counts in doubles, which do not keep all of them.
    static DateTime Instant(long microseconds) => DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    // BigQuery keeps up to 76 digits. Those of the fraction beyond System.Decimal's are rounded, as its own division does; others overflow.
    static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
