namespace SqlHarness.Testing.Shrinking;

/// <summary>Drops rows: halves, quarters and so on down to single ones. Valid for any table without references between rows.</summary>
public sealed class RowDropper<TRow> : IReducer<TRow>
{
    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<TRow>> Candidates(IReadOnlyList<TRow> rows)
    {
        for (var size = (rows.Count + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        {
            for (var from = 0; from < rows.Count; from += size)
                yield return [.. rows.Take(from), .. rows.Skip(from + size)];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Size(IReadOnlyList<TRow> rows) => [rows.Count];
}
