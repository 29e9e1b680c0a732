using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Counts the rows of one key after another, in memory: what a comparison means, and how what no query decides is decided.</summary>
/// <param name="columns">How many cells a row has.</param>
/// <param name="isKeyed">Whether there is a key; else all rows are one bag.</param>
/// <param name="tolerances">How far cells may differ.</param>
/// <param name="planned">The columns as they are planned: which make no row differ, and which round; null for neither.</param>
/// <param name="found">Told each row that differs.</param>
sealed class KeyRows(int columns, bool isKeyed, ColumnTolerances tolerances, IReadOnlyList<PlannedColumn>? planned = null, Action<DifferingRow>? found = null)
{
    readonly long[,] _counts = new long[columns, 5];

    long _identical, _modified, _added, _removed, _nonUnique;

    public RowComparison Counted => new(_identical, _modified, _added, _removed, _nonUnique,
        [.. Enumerable.Range(0, columns).Select(i => new ColumnCounts(_counts[i, 0], _counts[i, 1], _counts[i, 2], _counts[i, 3], _counts[i, 4]))]);

    /// <summary>All rows of a key.</summary>
    public void Add(IReadOnlyList<IReadOnlyList<object?>> lefts, IReadOnlyList<IReadOnlyList<object?>> rights)
    {
        if (isKeyed && lefts is [var one] && rights is [var other])
        {
            AddPair(one, other);
            return;
        }

        if (isKeyed && Math.Max(lefts.Count, rights.Count) > 1)
            _nonUnique++;
        AddBag(lefts, rights);
    }

    /// <summary>The two rows of a key.</summary>
    public void AddPair(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        var differs = new bool[columns];
        for (var i = 0; i < columns; i++)
            differs[i] = !Count(i, left[i], right[i]) && planned?[i].IsIgnored != true;
        if (!differs.Contains(true))
        {
            _identical++;
            return;
        }

        _modified++;
        found?.Invoke(new(RowChange.Modified, left, right, differs));
    }

    /// <summary>Rows that nobody can tell apart by a key: as many as possible are identical. A row's own equal is taken first where that costs no other its partner.</summary>
    public void AddBag(IReadOnlyList<IReadOnlyList<object?>> lefts, IReadOnlyList<IReadOnlyList<object?>> rights)
    {
        // What is ignored tells no rows of a bag apart.
        if (planned?.Any(c => c.IsIgnored) == true)
            (lefts, rights) = ([.. lefts.Select(WithoutIgnored)], [.. rights.Select(WithoutIgnored)]);
        if (!tolerances.HasNear)
            (lefts, rights) = WithoutEqual(lefts, rights);
        var matches = tolerances.AreNone ? [] : RowMatching.Of(lefts, rights, tolerances);
        var matched = 0;
        foreach (var (left, place) in lefts.Zip(matches).Where(m => m.Second >= 0))
        {
            matched++;
            _identical++;
            for (var i = 0; i < columns; i++)
                Count(i, left[i], rights[place][i]);
        }

        _removed += lefts.Count - matched;
        _added += rights.Count - matched;
        if (found is null)
            return;
        foreach (var row in lefts.Where((_, i) => matches.Length == 0 || matches[i] < 0))
            found(new(RowChange.Removed, row, null, new bool[columns]));
        foreach (var row in rights.Where((_, i) => !matches.Contains(i)))
            found(new(RowChange.Added, null, row, new bool[columns]));
    }

    /// <summary>Rows that are equal on both sides.</summary>
    public void AddIdentical(long rows)
    {
        _identical += rows;
        for (var i = 0; i < columns; i++)
            _counts[i, 0] += rows;
    }

    (List<IReadOnlyList<object?>>, List<IReadOnlyList<object?>>) WithoutEqual(IReadOnlyList<IReadOnlyList<object?>> lefts, IReadOnlyList<IReadOnlyList<object?>> rights)
    {
        var there = rights.GroupBy(r => r, RowEquality.Instance).ToDictionary(g => g.Key, g => g.Count(), RowEquality.Instance);
        List<IReadOnlyList<object?>> left = [];
        foreach (var row in lefts)
        {
            if (there.GetValueOrDefault(row) is > 0 and var n)
            {
                there[row] = n - 1;
                AddIdentical(1);
            }
            else
                left.Add(row);
        }

        return (left, [.. there.SelectMany(t => Enumerable.Repeat(t.Key, t.Value))]);
    }

    IReadOnlyList<object?> WithoutIgnored(IReadOnlyList<object?> row) => [.. row.Select((cell, i) => planned![i].IsIgnored ? null : cell)];

    bool Count(int column, object? left, object? right)
    {
        if (RowEquality.CellsEqual(left, right))
        {
            _counts[column, 0]++;
            if (planned?[column] is { Tolerance: null } at && at.IsRounded(left))
                _counts[column, 4]++;
            return true;
        }

        if (tolerances.AreEqual(column, left, right))
        {
            _counts[column, 0]++;
            if (tolerances.Hides(column, left, right))
                _counts[column, 4]++;
            return true;
        }

        _counts[column, left is null ? 2 : right is null ? 3 : 1]++;
        return false;
    }
}
