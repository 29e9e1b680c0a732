using SqlHarness.Tables;

namespace SqlHarness.Operators;

/// <summary>What <c>RangeJoin</c> and <c>LeftRangeJoin</c> mean, as two nested loops.</summary>
public static class RangeJoinReference
{
    /// <summary>Every pair of the same key whose range [from, until) holds the instant.</summary>
    public static IEnumerable<(TLeft Left, TRight Right)> Inner<TLeft, TRight, TKey>(
        IEnumerable<TLeft> left, IReadOnlyCollection<TRight> right, Func<TLeft, TKey> leftKey, Func<TLeft, DateTime?> instant,
        Func<TRight, TKey> rightKey, Func<TRight, DateTime?> from, Func<TRight, DateTime?> until)
    {
        foreach (var l in left)
        {
            foreach (var r in right)
            {
                if (KeyParts.AreKnown(leftKey(l)) && Equals(leftKey(l), rightKey(r)) && from(r) <= instant(l) && (until(r) is null || instant(l) < until(r)))
                    yield return (l, r);
            }
        }
    }

    /// <summary>The same, and each left row that no range holds, once, with nothing.</summary>
    public static IEnumerable<(TLeft Left, TRight? Right)> Left<TLeft, TRight, TKey>(
        IEnumerable<TLeft> left, IReadOnlyCollection<TRight> right, Func<TLeft, TKey> leftKey, Func<TLeft, DateTime?> instant,
        Func<TRight, TKey> rightKey, Func<TRight, DateTime?> from, Func<TRight, DateTime?> until) where TRight : class
    {
        foreach (var l in left)
        {
            foreach (var pair in Inner([l], right, leftKey, instant, rightKey, from, until).Select(p => (p.Left, (TRight?)p.Right)).DefaultIfEmpty((l, null)))
                yield return pair;
        }
    }
}
