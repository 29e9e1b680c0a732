namespace SqlHarness.Testing.Cases.Tables;

/// <summary>Columns of one input table whose values are found in another. A NULL part refers to nothing.</summary>
/// <param name="Child">The referring table's place.</param>
/// <param name="ChildColumns">The places of its columns.</param>
/// <param name="Parent">The table referred to; it may be the same.</param>
/// <param name="ParentColumns">The places of its columns, in the same order.</param>
sealed record ForeignKey(int Child, IReadOnlyList<int> ChildColumns, int Parent, IReadOnlyList<int> ParentColumns)
{
    /// <summary>Whether both say the same, whichever table they start from.</summary>
    public bool Links(ForeignKey other) => (Child, Parent) == (other.Child, other.Parent) && Pairs().SetEquals(other.Pairs())
        || (Child, Parent) == (other.Parent, other.Child) && Pairs().SetEquals(other.Pairs().Select(p => (p.Parent, p.Child)));

    /// <summary>What a child refers to; null where a part is NULL.</summary>
    public object[]? Reference(object?[] child) => KeyOf(child, ChildColumns);

    /// <summary>What a parent is referred to by; null where a part is NULL.</summary>
    public object[]? Referred(object?[] parent) => KeyOf(parent, ParentColumns);

    HashSet<(int Child, int Parent)> Pairs() => [.. ChildColumns.Zip(ParentColumns)];

    static object[]? KeyOf(object?[] row, IReadOnlyList<int> columns)
    {
        var key = new object[columns.Count];
        for (var i = 0; i < key.Length; i++)
        {
            if (row[columns[i]] is not { } part)
                return null;
            key[i] = part;
        }

        return key;
    }
}
