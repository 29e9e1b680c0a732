using System.Globalization;
using SqlHarness.Tables;

namespace SqlHarness.Tests;

/// <summary>Compares results as bags, case by case, so that a failure shows one small case.</summary>
static class Bags
{
    public static void ShouldEqualPerCase<T>(this IEnumerable<T> actual, IEnumerable<T> expected, Func<T, int> caseOf, string where)
    {
        var (have, want) = (actual.ToLookup(caseOf), expected.ToLookup(caseOf));
        want.Count.ShouldBeGreaterThan(0, "an expectation of nothing proves nothing");
        foreach (var id in have.Select(g => g.Key).Union(want.Select(g => g.Key)))
            Lines(have[id]).ShouldBe(Lines(want[id]), $"case {id}, {where}");
    }

    static string[] Lines<T>(IEnumerable<T> rows) => [.. rows.Select(r => string.Join(" | ", KeyParts.Of(r).Select(Text))).Order(StringComparer.Ordinal)];

    static string Text(object? value) => value switch
    {
        null => "NULL",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
