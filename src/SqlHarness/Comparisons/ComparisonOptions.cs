using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>How two sides are compared. Columns go by their names on either side.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The columns that match rows; none to compare all rows as one bag; null to find them: the least set of columns that is unique on both sides, if one is obvious.</summary>
    public IReadOnlyList<string>? Key { get; init; }

    /// <summary>Names on the left with those on the right, where they differ.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns whose differences do not count; how many there are is in the ledger.</summary>
    public IReadOnlyCollection<string> Ignored { get; init; } = [];

    /// <summary>By column, how far values may differ and still be equal.</summary>
    public IReadOnlyDictionary<string, Tolerance> Tolerances { get; init; } = new Dictionary<string, Tolerance>();

    /// <summary>What divides the totals, from the top; none for totals over all rows alone.</summary>
    public IReadOnlyList<TotalLevel> Levels { get; init; } = [];

    /// <summary>The totals; none to compare rows alone.</summary>
    public IReadOnlyList<TotalMeasure> Measures { get; init; } = [];

    /// <summary>How many of a thousand keys are compared, the same on both sides; all if 1,000. Totals are of all rows in any case. A sample is never called identical.</summary>
    public int SamplePerMille { get; init; } = 1000;

    /// <summary>
    /// The column of times of which only those are compared that both sides cover, from the later first one to the earlier last one; null for all. How many rows are left out is in the ledger.
    /// </summary>
    public string? Overlap { get; init; }

    /// <summary>The most rows shown of each kind of difference.</summary>
    public int Examples { get; init; } = 20;

    /// <summary>The seed of the coefficients that fingerprints of different engines are made with. With another seed, a difference that one run misses is found for all but certain.</summary>
    public int Seed { get; init; } = 20_240_229;

    /// <summary>Which query compares the rows of one engine; by default what is fastest there.</summary>
    public RowFormulation? Formulation { get; init; }
}
