namespace SqlHarness.Tables;

/// <summary>Compares results as bags: order means nothing, multiplicity counts.</summary>
public static class Bag
{
    // Pairing without a key looks at every pair of differing rows; beyond this many a reader is not helped by it either.
    const long MostPairsCompared = 250_000;

    static readonly Dictionary<string, Tolerance> ExactlyEqual = [];

    /// <summary>How the actual rows differ from the expected ones.</summary>
    /// <param name="expected">The rows that should be there.</param>
    /// <param name="actual">The rows that are there.</param>
    /// <param name="key">The columns by which differing rows are put side by side. Without them, and for rows that share a key, the rows with most
    /// cells in common are, if that is half of them or more. The key never changes whether bags are equal.</param>
    /// <exception cref="ArgumentException">A key column does not exist; the message lists those that do.</exception>
    public static BagDifference Compare<T>(IEnumerable<T> expected, IEnumerable<T> actual, params IReadOnlyList<string> key) =>
        Compare(expected, actual, key, ExactlyEqual);

    /// <summary>How the actual rows differ from the expected ones, some columns within tolerances. As many rows as possible are matched one to one.</summary>
    /// <param name="expected">The rows that should be there.</param>
    /// <param name="actual">The rows that are there.</param>
    /// <param name="key">The columns by which differing rows are put side by side, as without tolerances. Texts, rounded numbers and cut times share
    /// a key by what counts of them; a column whose tolerance is not transitive does by its value.</param>
    /// <param name="tolerances">By column how far values may differ; other columns not at all.</param>
    /// <exception cref="ArgumentException">A column does not exist, or holds something else than its tolerance is for; the message names it.</exception>
    public static BagDifference Compare<T>(
        IEnumerable<T> expected, IEnumerable<T> actual, IReadOnlyList<string> key, IReadOnlyDictionary<string, Tolerance> tolerances)
    {
        var columns = RowColumns.Of(typeof(T));
        var keys = key.Select(k => RowColumns.IndexOf(columns, k, "to pair rows by")).ToArray();
        var within = ColumnTolerances.Of(columns, tolerances);
        var (want, have) = (Cells(expected, columns), Cells(actual, columns));
        return within.AreNone ? Exactly(want, have, columns, keys) : Within([.. want], [.. have], columns, keys, within);
    }

    /// <summary>Whether the bags are equal: as <see cref="Compare{T}(IEnumerable{T}, IEnumerable{T}, IReadOnlyList{string})"/>, many times faster, without
    /// saying where they differ.</summary>
    /// <param name="expected">The rows that should be there.</param>
    /// <param name="actual">The rows that are there.</param>
    public static bool Same<T>(IEnumerable<T> expected, IEnumerable<T> actual) =>
        SameRows<T>.In(expected as IReadOnlyList<T> ?? [.. expected], actual as IReadOnlyList<T> ?? [.. actual]);

    /// <summary>Whether the bags are equal, some columns within tolerances.</summary>
    /// <param name="expected">The rows that should be there.</param>
    /// <param name="actual">The rows that are there.</param>
    /// <param name="tolerances">By column how far values may differ; other columns not at all.</param>
    /// <exception cref="ArgumentException">A column does not exist, or holds something else than its tolerance is for; the message names it.</exception>
    public static bool Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, IReadOnlyDictionary<string, Tolerance> tolerances)
    {
        IReadOnlyList<T> want = expected as IReadOnlyList<T> ?? [.. expected], have = actual as IReadOnlyList<T> ?? [.. actual];
        var columns = RowColumns.Of(typeof(T));
        var within = ColumnTolerances.Of(columns, tolerances);
        return SameRows<T>.In(want, have)
            || (!within.AreNone && want.Count == have.Count && !RowMatching.Of([.. Cells(want, columns)], [.. Cells(have, columns)], within).Contains(-1));
    }

    static BagDifference Exactly(
        IEnumerable<IReadOnlyList<object?>> expected, IEnumerable<IReadOnlyList<object?>> actual, IReadOnlyList<RowColumn> columns, int[] keys)
    {
        var unmatched = actual.GroupBy(r => r, RowEquality.Instance).ToDictionary(g => g.Key, g => new Queue<IReadOnlyList<object?>>(g), RowEquality.Instance);
        List<IReadOnlyList<object?>> equal = [], missing = [];
        foreach (var row in expected)
            (unmatched.TryGetValue(row, out var copies) && copies.TryDequeue(out _) ? equal : missing).Add(row);
        List<IReadOnlyList<object?>> extra = [.. unmatched.Values.SelectMany(copies => copies)];
        return new(columns, [.. Paired(missing, extra, keys, ColumnTolerances.None)], equal);
    }

    static BagDifference Within(
        List<IReadOnlyList<object?>> expected, List<IReadOnlyList<object?>> actual, IReadOnlyList<RowColumn> columns, int[] keys, ColumnTolerances within)
    {
        var matches = RowMatching.Of(expected, actual, within);
        var taken = matches.ToHashSet();
        List<IReadOnlyList<object?>> equal = [.. expected.Where((_, i) => matches[i] >= 0)], missing = [.. expected.Where((_, i) => matches[i] < 0)];
        List<IReadOnlyList<object?>> extra = [.. actual.Where((_, i) => !taken.Contains(i))];
        var forgiven = matches.Where((match, i) => match >= 0 && !RowEquality.Instance.Equals(expected[i], actual[match])).Count();
        return new(columns, [.. Paired(missing, extra, keys, within)], equal) { RowsEqualByTolerance = forgiven, Tolerances = within };
    }

    static IEnumerable<IReadOnlyList<object?>> Cells<T>(IEnumerable<T> rows, IReadOnlyList<RowColumn> columns) =>
        rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.ValueOf(row))]);

    static List<PairedRow> Paired(List<IReadOnlyList<object?>> missing, List<IReadOnlyList<object?>> extra, int[] keys, ColumnTolerances within)
    {
        // An absent key makes all rows candidates for each other.
        var byKey = extra.GroupBy(r => Key(r, keys, within), RowEquality.Instance).ToDictionary(g => g.Key, g => g.ToList(), RowEquality.Instance);
        List<PairedRow> pairs = [];
        foreach (var group in missing.GroupBy(r => Key(r, keys, within), RowEquality.Instance))
        {
            byKey.Remove(group.Key, out var candidates);
            pairs.AddRange(Closest([.. group], candidates ?? [], keys.Length > 0, within));
        }

        pairs.AddRange(byKey.Values.SelectMany(rows => rows).Select(r => new PairedRow(null, r)));
        return pairs.OrderBy(p => p.Expected ?? p.Actual, RowOrder.Instance).ToList();
    }

    static IEnumerable<PairedRow> Closest(List<IReadOnlyList<object?>> missing, List<IReadOnlyList<object?>> extra, bool keyed, ColumnTolerances within)
    {
        List<PairedRow> pairs = [];
        if ((long)missing.Count * extra.Count <= MostPairsCompared)
        {
            var ranked = (from m in Enumerable.Range(0, missing.Count)
                          from x in Enumerable.Range(0, extra.Count)
                          let same = missing[m].Where((cell, column) => within.AreEqual(column, cell, extra[x][column])).Count()
                          where keyed || 2 * same >= missing[m].Count
                          orderby same descending
                          select (m, x)).ToList();
            HashSet<int> takenMissing = [], takenExtra = [];
            foreach (var (m, x) in ranked.Where(p => !takenMissing.Contains(p.m) && !takenExtra.Contains(p.x)))
            {
                takenMissing.Add(m);
                takenExtra.Add(x);
                pairs.Add(new(missing[m], extra[x]) { Tolerances = within });
            }

            missing = [.. missing.Where((_, m) => !takenMissing.Contains(m))];
            extra = [.. extra.Where((_, x) => !takenExtra.Contains(x))];
        }

        return pairs.Concat(missing.Select(r => new PairedRow(r, null))).Concat(extra.Select(r => new PairedRow(null, r)));
    }

    static object?[] Key(IReadOnlyList<object?> row, int[] keys, ColumnTolerances within) => [.. keys.Select(k => within.Form(k, row[k]))];
}
