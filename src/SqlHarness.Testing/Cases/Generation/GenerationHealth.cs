using System.Globalization;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>What generating threw away: where that is nearly all, the cases are few, small and alike.</summary>
sealed class GenerationHealth
{
    // Below this a Where or a key wastes time; above it, it shapes the cases.
    const double MostDiscarded = 0.8;

    /// <summary>Rows that stand in cases.</summary>
    public int Kept { get; set; }

    /// <summary>Rows that a user's condition discarded.</summary>
    public int DiscardedByCondition { get; set; }

    /// <summary>Rows whose key was there already.</summary>
    public int DiscardedByKey { get; set; }

    /// <summary>Rows that would have referred to nothing.</summary>
    public int DiscardedByReference { get; set; }

    /// <summary>Rows left out after so many attempts that the table became shorter.</summary>
    public int GivenUp { get; set; }

    /// <exception cref="ProofFailedException">Most rows were discarded by conditions, or nothing was kept though rows were drawn.</exception>
    public void Check()
    {
        var drawn = Kept + DiscardedByCondition + DiscardedByKey + DiscardedByReference;
        if (DiscardedByCondition > MostDiscarded * drawn)
            throw new ProofFailedException(string.Create(CultureInfo.InvariantCulture,
                $"Conditions discarded {DiscardedByCondition} of {drawn} generated rows, which leaves cases that are small and alike: generate the columns that .Where asks about with .Column(…, gen) instead."));
        if (Kept == 0 && drawn > 0)
            throw new ProofFailedException(string.Create(CultureInfo.InvariantCulture, $"None of {drawn} generated rows could be kept: keys, references and conditions leave no row."));
    }
}
