using SqlHarness.Tables;

namespace SqlHarness.Operators;

/// <summary>What <c>FillForward</c> means, as a loop. <c>value</c> returns the nullable type.</summary>
public static class FillForwardReference
{
    /// <summary>Each row with the last known value at it.</summary>
    public static IEnumerable<Filled<TRow, TValue>> Of<TRow, TKey, TOrder, TValue>(
        IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TOrder> order, Func<TRow, TValue> value)
    {
        foreach (var group in rows.GroupBy(key))
        {
            TValue last = default!;
            foreach (var row in group.OrderBy(r => (object?)order(r), ContractOrder.Instance))
            {
                if (value(row) is not null || !KeyParts.AreKnown(group.Key))
                    last = value(row);
                yield return new() { Row = row, Value = last };
            }
        }
    }
}
