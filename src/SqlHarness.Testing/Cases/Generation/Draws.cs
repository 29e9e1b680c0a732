using FsCheck;
using FsCheck.Fluent;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>The random choices of one case, all from FsCheck: they depend on seed and case alone, so that the same seed gives the same cases on every machine, and more cases begin with fewer.</summary>
/// <param name="seed">The seed of all cases.</param>
/// <param name="index">The case.</param>
sealed class Draws(ulong seed, int index)
{
    const int Block = 256;
    const int Range = 1 << 30;
    const int UserSize = 50;
    static readonly Gen<int> Any = Gen.Choose(0, Range - 1);

    // FsCheck's generator counts on by its second number from its first: without mixing, the cases of neighbouring seeds would overlap.
    ulong _state = Mixed(Mixed(seed) + (ulong)index);
    int[] _block = [];
    int _next;

    /// <summary>A number from 0, less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        if (_next == _block.Length)
            (_block, _next) = ([.. Any.Sample(Block, Next(), 0)], 0);
        return (int)((long)_block[_next++] * count / Range);
    }

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of the values.</summary>
    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>The values in any order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        T[] shuffled = [.. values];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    /// <summary>A value of a user's generator.</summary>
    public T From<T>(Gen<T> values) => values.Sample(1, Next(), UserSize).First();

    Rnd Next()
    {
        _state = Mixed(_state);
        return new(_state, Mixed(~_state) | 1);
    }

    // The finalizer of SplitMix64.
    static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
