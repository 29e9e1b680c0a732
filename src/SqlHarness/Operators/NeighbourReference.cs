using SqlHarness.Tables;

namespace SqlHarness.Operators;

/// <summary>What <c>WithPrevious</c> and <c>WithNext</c> mean, as a loop. <c>value</c> returns the nullable type: <c>r => (long?)r.Id</c>.</summary>
public static class NeighbourReference
{
    /// <summary>Each row with the value of the row before it.</summary>
    public static IEnumerable<WithPrevious<TRow, TValue>> WithPrevious<TRow, TKey, TOrder, TValue>(
        IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TOrder> order, Func<TRow, TValue> value)
    {
        foreach (var group in rows.GroupBy(key))
        {
            TValue previous = default!;
            foreach (var row in group.OrderBy(r => (object?)order(r), ContractOrder.Instance))
            {
                yield return new() { Row = row, Previous = previous };
                if (KeyParts.AreKnown(group.Key))
                    previous = value(row);
            }
        }
    }

    /// <summary>Each row with the value of the row after it.</summary>
    public static IEnumerable<WithNext<TRow, TValue>> WithNext<TRow, TKey, TOrder, TValue>(
        IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TOrder> order, Func<TRow, TValue> value)
    {
        foreach (var group in rows.GroupBy(key))
        {
            TValue next = default!;
            foreach (var row in group.OrderByDescending(r => (object?)order(r), ContractOrder.Instance))
            {
                yield return new() { Row = row, Next = next };
                if (KeyParts.AreKnown(group.Key))
                    next = value(row);
            }
        }
    }
}
