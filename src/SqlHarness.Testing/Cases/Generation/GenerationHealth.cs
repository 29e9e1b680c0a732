using System.Globalization;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>What generating threw away: where that is nearly all of a table, its rows are few and alike.</summary>
sealed class GenerationHealth(InputTables tables)
{
    // Below this a condition wastes time; above it, it shapes the cases.
    const double MostDiscarded = 0.8;

    /// <summary>The counts of each table.</summary>
    public IReadOnlyList<TableHealth> Tables { get; } = [.. tables.Tables.Select(t => new TableHealth(t.Entity))];

    /// <exception cref="ProofFailedException">Most rows of a table were discarded by conditions, or none could be kept; the message names it.</exception>
    public void Check()
    {
        foreach (var table in Tables)
        {
            if (table.DiscardedByCondition > MostDiscarded * table.Drawn)
                throw new ProofFailedException(string.Create(CultureInfo.InvariantCulture,
                    $"Conditions discarded {table.DiscardedByCondition} of {table.Drawn} generated rows of {table.Name}, which leaves cases that are small and alike: generate the columns that .Where asks about with .Column(…, gen) instead."));
            if (table.Kept == 0 && table.Drawn > 0)
                throw new ProofFailedException(string.Create(CultureInfo.InvariantCulture, $"None of {table.Drawn} generated rows of {table.Name} could be kept: keys, references and conditions leave no row."));
        }
    }
}
