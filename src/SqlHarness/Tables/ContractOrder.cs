namespace SqlHarness.Tables;

/// <summary>The order of values that every engine and every reference shares: NULL first, text by code point, Guids as their text, composite values part by part.</summary>
public sealed class ContractOrder : IComparer<object?>
{
    /// <summary>The only instance.</summary>
    public static readonly ContractOrder Instance = new();

    ContractOrder() { }

    /// <inheritdoc/>
    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CodePointOrder.Instance.Compare(a, b),
        (Guid a, Guid b) => string.CompareOrdinal(a.ToString("D"), b.ToString("D")),
        // Bytes are one value without an order of their own.
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        (IComparable a, _) when KeyParts.IsScalar(x.GetType()) => a.CompareTo(y),
        _ => KeyParts.Of(x).Zip(KeyParts.Of(y), Compare).FirstOrDefault(c => c != 0),
    };
}
