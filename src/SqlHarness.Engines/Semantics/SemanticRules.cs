using System.Globalization;
using System.Reflection;
using SqlHarness.Engines.Dialects;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Semantics;

/// <summary>The contract in a dialect's words. What queries are written with is what is asked: the portable functions' spellings, the dialect's literals and operators.</summary>
static class SemanticRules
{
    /// <summary>An instant whose microseconds a coarser type or a driver would lose.</summary>
    const long Micros = 1_704_067_200_123_457;

    static readonly DateTime Time = new(DateTime.UnixEpoch.Ticks + Micros * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    /// <summary>All rules.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="collation">The collation of the columns that queries read; null where text is compared as the dialect spells it.</param>
    public static IReadOnlyList<SemanticRule> Of(Dialect dialect, string? collation)
    {
        return
        [
            new(Need.LagOutside, "LAG outside its partition is NULL",
                $"(SELECT COUNT(*) FROM (SELECT LAG({In(dialect.WindowValue, "x")}) OVER (ORDER BY x) AS p FROM (SELECT 1 AS x) AS t) AS t2 WHERE p IS NULL) = 1"),
            new(Need.TextEquality, "text equality knows upper and lower case, and accents", $"{Equal("a")} <> {Equal("A")} AND {Equal("e")} <> {Equal("é")}"),
            new(Need.TextPadding, "text equality counts trailing blanks", $"{Equal("a")} <> {Equal("a ")}"),
            new(Need.TextOrder, "text is ordered by code point", $"{Ordered("Z")} < {Ordered("a")} AND {Ordered("z")} < {Ordered("é")} AND {Ordered("\uFFFD")} < {Ordered("😀")}"),
            new(Need.NullOrder, "NULLs can be sorted first in a window",
                $"(SELECT MAX(n) FROM (SELECT CASE WHEN x IS NULL THEN ROW_NUMBER() OVER (ORDER BY {(dialect.SaysNullOrder ? "x NULLS FIRST" : "x")}) END AS n FROM (SELECT 1 AS x UNION ALL SELECT NULL) AS t) AS t2) = 1"),
            new(Need.Division, "the division of whole numbers truncates", $"{In(dialect.WholeDivision, "7", "2")} = 3 AND {In(dialect.WholeDivision, "-7", "2")} = -3"),
            new(Need.Remainder, "a remainder keeps the dividend's sign", $"{In(dialect.Remainder, "-7", "2")} = -1"),
            new(Need.Rounding, "numbers are rounded half away from zero", $"{Function(nameof(Portable.Round), typeof(double?), dialect.Number(2.5))} = 3 AND {Function(nameof(Portable.Round), typeof(double?), dialect.Number(-2.5))} = -3"
                + (dialect.ScalesDecimals ? "" : $" AND {Function(nameof(Portable.Round), typeof(decimal?), Decimal(2.675m), "2")} = {Decimal(2.68m)}")),
            new(Need.Microseconds, "times keep microseconds", $"{Function(nameof(Portable.ToEpochMicroseconds), typeof(DateTime?), dialect.Time(Time))} = {Micros.ToString(CultureInfo.InvariantCulture)}"),
            new(Need.TimeZone, "times are in UTC", $"{Function(nameof(Portable.FromEpochMicroseconds), typeof(long?), Micros.ToString(CultureInfo.InvariantCulture))} = {dialect.Time(Time)}"),
            .. dialect.ScalesDecimals ? Array.Empty<SemanticRule>() :
                [new SemanticRule(Need.DecimalSum, "decimals are summed exactly", $"(SELECT SUM(x) FROM (SELECT {Decimal(0.1m)} AS x UNION ALL SELECT {Decimal(0.2m)} UNION ALL SELECT {Decimal(123456789012.345m)}) AS t) = {Decimal(123456789012.645m)}")],
            new(Need.Digest, "MD5 takes a text's UTF-8", $"{Function(nameof(Portable.Md5Low48), typeof(string), dialect.Text("hello"))} = 173246365812114 AND {Function(nameof(Portable.Md5Low48), typeof(string), dialect.Text("é"))} = {Portable.Md5Low48("é")!.Value.ToString(CultureInfo.InvariantCulture)}"),
        ];

        string Equal(string text) => collation is null ? In(dialect.TextEquality, dialect.Text(text)) : $"{dialect.Text(text)} {collation}";

        string Ordered(string text) => collation is null ? In(dialect.TextOrder, dialect.Text(text)) : $"{dialect.Text(text)} {collation}";

        string Decimal(decimal value) => $"CAST({value.ToString(CultureInfo.InvariantCulture)} AS {dialect.DecimalType(18, 3)})";

        string Function(string name, Type argument, params string[] arguments) => In(Spelling.Of(
            typeof(Portable).GetMethods(BindingFlags.Public | BindingFlags.Static).First(m => m.Name == name && m.GetParameters()[0].ParameterType == argument), null, dialect.Name).Sql, arguments);
    }

    static string In(string template, params string[] arguments) => string.Format(CultureInfo.InvariantCulture, template, [.. arguments]);
}
