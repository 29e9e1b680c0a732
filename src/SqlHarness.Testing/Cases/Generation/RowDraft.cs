namespace SqlHarness.Testing.Cases.Generation;

/// <summary>A row in the making.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="IsSet">Which of them are final.</param>
/// <param name="Earlier">The row that it follows, if it follows one.</param>
/// <param name="IsTwin">Whether it differs from that row in nothing but its key.</param>
/// <param name="Parents">The rows that it refers to so far.</param>
/// <param name="Stranger">A row of another table, some of whose values this one has too: queries join what no foreign key links.</param>
sealed record RowDraft(object?[] Cells, bool[] IsSet, object?[]? Earlier, bool IsTwin, List<object?[]> Parents, object?[]? Stranger)
{
    /// <summary>The cells of all rows that it has to do with.</summary>
    public IEnumerable<object?> RelatedCells => Parents.Append(Stranger ?? []).SelectMany(r => r);
}
