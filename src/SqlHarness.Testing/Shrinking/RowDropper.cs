namespace SqlHarness.Testing.Shrinking;

/// <summary>Drops rows: halves, quarters and so on down to single ones.</summary>
static class RowDropper
{
    public static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> rows)
    {
        for (var size = (rows.Count + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        {
            for (var from = 0; from < rows.Count; from += size)
                yield return [.. rows.Take(from), .. rows.Skip(from + size)];
        }
    }
}
