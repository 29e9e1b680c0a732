using System.Globalization;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>Tens of thousands of numbers in one text, on engines that plan for longer than they run where each is a constant of its own: 50,000 took DuckDB 300 ms of 350.</summary>
static class Listed
{
    /// <summary>Whether a dialect reads numbers from a text.</summary>
    public static bool IsRead(string dialect) => dialect is DuckDb or PostgreSql;

    /// <summary>The numbers as a text.</summary>
    public static string Text(IEnumerable<long> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether a number is among those of a text.</summary>
    [Spelled("({0} IN (SELECT CAST(unnest(string_split({1}, ',')) AS BIGINT)))", DuckDb)]
    [Spelled("({0} = ANY (CAST(string_to_array({1}, ',') AS BIGINT[])))", PostgreSql)]
    public static bool Has(long? number, string numbers) => numbers.Split(',').Contains(number?.ToString(CultureInfo.InvariantCulture));
}
