namespace SqlHarness.Tables;

/// <summary>Rows of the same columns in the order of their cells, from the first column on.</summary>
sealed class RowOrder : IComparer<IReadOnlyList<object?>?>
{
    public static readonly RowOrder Instance = new();

    RowOrder() { }

    public int Compare(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y) => x!.Zip(y!, ContractOrder.Instance.Compare).FirstOrDefault(c => c != 0);
}
