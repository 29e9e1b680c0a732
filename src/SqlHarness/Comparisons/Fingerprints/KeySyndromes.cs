using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>
/// Finds the keys of a segment in which two sides differ from four sums of each: with d of a key being what its rows add up to on the left less that on the right, the differences of the sums are Σd, Σdx, Σdx²
/// and Σdx³ over the keys x that differ, as syndromes are in codes that correct errors (Reed, Solomon 1960; decoded after Peterson 1960). Four of them name two keys.
/// </summary>
static class KeySyndromes
{
    const long P = Modular.Prime;

    /// <summary>The most keys that are found in a segment.</summary>
    public const int MostKeys = 2;

    /// <summary>The keys that differ; null if they are more than can be found. What is found must be looked at: more than two keys can look like one or two others.</summary>
    /// <param name="sums">The left side's sums less the right side's.</param>
    public static IReadOnlyList<long>? KeysOf(KeySums sums)
    {
        var (d0, d1, d2, d3) = (sums.Zero, sums.One, sums.Two, sums.Three);
        if (d0 == 0 && d1 == 0 && d2 == 0 && d3 == 0)
            return [];
        var determinant = Less(Times(d0, d2), Times(d1, d1));
        if (determinant == 0)
            return d0 != 0 && Times(d1, Inverse(d0)) is var only && Times(d2, only) == d3 ? [only] : null;
        // Both keys are zeros of x² − sx + p.
        var scale = Inverse(determinant);
        var (sum, product) = (Times(Less(Times(d0, d3), Times(d1, d2)), scale), Times(Less(Times(d1, d3), Times(d2, d2)), scale));
        var square = Less(Times(sum, sum), Times(4, product));
        // The prime is 3 modulo 4, so that a square's root is a power of it.
        var root = Power(square, (P + 1) / 4);
        if (root == 0 || Times(root, root) != square)
            return null;
        var half = Inverse(2);
        return [Times((sum + root) % P, half), Times(Less(sum, root), half)];
    }

    static long Less(long one, long other) => one >= other ? one - other : one - other + P;

    static long Times(long one, long other) => one * other % P;

    static long Inverse(long number) => Power(number, P - 2);

    static long Power(long number, long exponent)
    {
        var power = 1L;
        for (number %= P; exponent > 0; exponent >>= 1, number = number * number % P)
        {
            if ((exponent & 1) == 1)
                power = power * number % P;
        }

        return power;
    }
}
