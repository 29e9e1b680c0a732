namespace SqlHarness.Testing.Cases.Generation;

/// <summary>A constant of a query, whose neighbourhood cases must meet.</summary>
/// <param name="Value">Its value; a <see cref="TimeSpan"/> is met by the time between two times.</param>
/// <param name="Columns">The columns that it is compared with; none where that could not be traced, and then all of its type count.</param>
sealed record CaseConstant(object Value, IReadOnlyList<BaseColumn> Columns)
{
    /// <summary>Whether it is compared with a column, or may be.</summary>
    public bool Concerns(Type entity, string column) => Columns.Count == 0 || Columns.Any(c => c.Entity == entity && c.Name == column);
}
