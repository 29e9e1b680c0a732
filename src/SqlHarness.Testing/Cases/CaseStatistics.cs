using System.Globalization;
using SqlHarness.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases;

/// <summary>In which share of the cases each situation occurs: what the cases never reach, they cannot prove.</summary>
/// <param name="Cases">The number of cases.</param>
/// <param name="Hits">For each situation the number of cases that have it.</param>
public sealed record CaseStatistics(int Cases, IReadOnlyDictionary<string, int> Hits)
{
    /// <summary>The share of cases with a situation, from 0 to 1.</summary>
    /// <exception cref="ArgumentException">There is no such situation; the message lists those that are counted.</exception>
    public double Share(string situation) => !Hits.TryGetValue(situation, out var hits)
        ? throw new ArgumentException($"No situation '{situation}' is counted; there are {string.Join(", ", Hits.Keys)}.", nameof(situation))
        : Cases == 0 ? 0 : (double)hits / Cases;

    /// <summary>Refuses cases that reach too little.</summary>
    /// <param name="shares">Situations, each with the least share of cases that must have it.</param>
    /// <returns>These statistics.</returns>
    /// <exception cref="ProofFailedException">A situation is too rare; the message names each of them with its share.</exception>
    public CaseStatistics RequireAtLeast(params IReadOnlyList<(string Situation, double Share)> shares)
    {
        var rare = shares.Where(s => Share(s.Situation) < s.Share)
            .Select(s => $"'{s.Situation}' in {Percent(Share(s.Situation))} of the cases, required {Percent(s.Share)}").ToList();
        return rare.Count == 0 ? this : throw new ProofFailedException($"The cases do not reach enough: {string.Join("; ", rare)}.\n\n{this}");
    }

    /// <summary>A table of all situations.</summary>
    public override string ToString() => TextTable.Of(["situation", "cases", "share"],
        [.. Hits.Select(h => (IReadOnlyList<string>)[h.Key, h.Value.ToString(CultureInfo.InvariantCulture), Percent(Share(h.Key))])], [false, true, true]);

    static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
