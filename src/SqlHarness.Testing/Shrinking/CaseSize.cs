namespace SqlHarness.Testing.Shrinking;

/// <summary>Compares sizes of cases part by part, the weightiest first.</summary>
sealed class CaseSize : IComparer<IReadOnlyList<long>>
{
    public static readonly CaseSize Comparer = new();

    CaseSize() { }

    public int Compare(IReadOnlyList<long>? x, IReadOnlyList<long>? y) => x!.Zip(y!, (a, b) => a.CompareTo(b)).FirstOrDefault(c => c != 0);
}
