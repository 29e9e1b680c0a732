using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The random numbers of a run's fingerprints, drawn from a seed, so that both sides and every engine have the same.</summary>
/// <param name="seed">The seed.</param>
sealed class FingerprintSeed(int seed)
{
    // What stands for NULL is as great as a coefficient's product is.
    const long NullsEnd = 1L << 58;

    /// <summary>A column's coefficient in a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="column">The column's place.</param>
    /// <param name="number">Which of its numbers.</param>
    public long Coefficient(int form, int column, int number) => Drawn(form, column, number, Modular.CoefficientsEnd);

    /// <summary>What stands for a column's NULL in a form.</summary>
    public long Null(int form, int column) => Drawn(form, column, -1, NullsEnd);

    // SplitMix64 (Steele, Lea, Flood 2014), one step for each of what a number is for: none hangs on what was drawn before.
    long Drawn(int form, int column, int number, long end) => 1 + (long)(Mixed(Mixed(Mixed(Mixed((ulong)seed) + (ulong)form) + (ulong)(column + 1)) + (ulong)(number + 1)) % (ulong)(end - 1));

    static ulong Mixed(ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9;
            state = (state ^ state >> 27) * 0x94D049BB133111EB;
            return state ^ state >> 31;
        }
    }
}
