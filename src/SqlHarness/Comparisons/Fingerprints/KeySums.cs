using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The sums over some rows of a row's form times its key's form to the power of 0, 1, 2 and 3, each modulo the prime, from 0.</summary>
readonly record struct KeySums
{
    const long P = Modular.Prime;

    /// <summary>Sums of what engines calculated: products modulo the prime, with their sign.</summary>
    public KeySums(long zero, long one, long two, long three) => (Zero, One, Two, Three) = (Reduced(zero), Reduced(one), Reduced(two), Reduced(three));

    public long Zero { get; }

    public long One { get; }

    public long Two { get; }

    public long Three { get; }

    /// <summary>Those of one row.</summary>
    public static KeySums Of(long form, long key) => new(form, form * key % P, form * key % P * key % P, form * key % P * key % P * key % P);

    public static KeySums operator +(KeySums one, KeySums other) => new(one.Zero + other.Zero, one.One + other.One, one.Two + other.Two, one.Three + other.Three);

    public static KeySums operator -(KeySums one, KeySums other) => new(one.Zero - other.Zero, one.One - other.One, one.Two - other.Two, one.Three - other.Three);

    static long Reduced(long sum) => sum % P is var remainder && remainder < 0 ? remainder + P : remainder;
}
