using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SqlHarness.Tables;

/// <summary>Whether bags of a row type are equal, cell by cell as <see cref="RowEquality"/> does it, by code compiled for the type: no cell is boxed.</summary>
static class SameRows<T>
{
    static readonly Func<T, T, bool> AreEqual = CellCode.Equality<T>();
    static readonly Func<T, int> Hash = CellCode.Hash<T>();

    public static bool In(IReadOnlyList<T> expected, IReadOnlyList<T> actual)
    {
        if (expected.Count != actual.Count)
            return false;
        // Mostly both sides have the same order, at least at the start.
        var start = 0;
        while (start < expected.Count && AreEqual(expected[start], actual[start]))
            start++;
        return start == expected.Count || InAnyOrder(expected, actual, start);
    }

    static bool InAnyOrder(IReadOnlyList<T> expected, IReadOnlyList<T> actual, int start)
    {
        var copies = new Dictionary<ValueTuple<T>, int>(expected.Count - start, Comparer.Instance);
        for (var i = start; i < expected.Count; i++)
            CollectionsMarshal.GetValueRefOrAddDefault(copies, new(expected[i]), out _)++;
        for (var i = start; i < actual.Count; i++)
        {
            ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(copies, new(actual[i]));
            if (Unsafe.IsNullRef(ref left) || left-- == 0)
                return false;
        }

        return true;
    }

    // A row may be NULL itself, which no dictionary takes as a key.
    sealed class Comparer : IEqualityComparer<ValueTuple<T>>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(ValueTuple<T> x, ValueTuple<T> y) => AreEqual(x.Item1, y.Item1);

        public int GetHashCode(ValueTuple<T> obj) => Hash(obj.Item1);
    }
}
