using SqlHarness.Tables;

namespace SqlHarness.Operators;

/// <summary>What <c>LatestPer</c> means, as a loop.</summary>
public static class LatestPerReference
{
    /// <summary>The last row of each key, or the first.</summary>
    public static IEnumerable<TRow> Of<TRow, TKey, TOrder>(IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TOrder> order, Pick pick = Pick.Last)
    {
        foreach (var group in rows.GroupBy(key))
        {
            if (!KeyParts.AreKnown(group.Key))
                continue;
            var ordered = group.OrderBy(r => (object?)order(r), ContractOrder.Instance);
            yield return pick == Pick.First ? ordered.First() : ordered.Last();
        }
    }
}
