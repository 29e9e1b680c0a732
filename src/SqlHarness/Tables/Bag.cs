namespace SqlHarness.Tables;

/// <summary>Compares results as bags: order means nothing, multiplicity counts.</summary>
public static class Bag
{
    // Pairing without a key looks at every pair of differing rows; beyond this many a reader is not helped by it either.
    const long MostPairsCompared = 250_000;

    /// <summary>How the actual rows differ from the expected ones.</summary>
    /// <param name="expected">The rows that should be there.</param>
    /// <param name="actual">The rows that are there.</param>
    /// <param name="key">The columns by which differing rows are put side by side. Without them, and for rows that share a key, the rows with most cells in common are,
    /// if that is half of them or more. The key never changes whether bags are equal.</param>
    /// <exception cref="ArgumentException">A key column does not exist; the message lists those that do.</exception>
    public static BagDifference Compare<T>(IEnumerable<T> expected, IEnumerable<T> actual, params IReadOnlyList<string> key)
    {
        var columns = RowColumns.Of(typeof(T));
        var keys = key.Select(k => IndexOf(columns, k)).ToArray();
        var unmatched = Cells(actual, columns).GroupBy(r => r, RowEquality.Instance).ToDictionary(g => g.Key, g => new Queue<IReadOnlyList<object?>>(g), RowEquality.Instance);
        List<IReadOnlyList<object?>> equal = [], missing = [];
        foreach (var row in Cells(expected, columns))
            (unmatched.TryGetValue(row, out var copies) && copies.TryDequeue(out _) ? equal : missing).Add(row);
        List<IReadOnlyList<object?>> extra = [.. unmatched.Values.SelectMany(copies => copies)];
        return new(columns, [.. Paired(missing, extra, keys)], equal);
    }

    static IEnumerable<IReadOnlyList<object?>> Cells<T>(IEnumerable<T> rows, IReadOnlyList<RowColumn> columns) =>
        rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.ValueOf(row))]);

    static List<PairedRow> Paired(List<IReadOnlyList<object?>> missing, List<IReadOnlyList<object?>> extra, int[] keys)
    {
        // An absent key makes all rows candidates for each other.
        var byKey = extra.GroupBy(r => Key(r, keys), RowEquality.Instance).ToDictionary(g => g.Key, g => g.ToList(), RowEquality.Instance);
        List<PairedRow> pairs = [];
        foreach (var group in missing.GroupBy(r => Key(r, keys), RowEquality.Instance))
        {
            byKey.Remove(group.Key, out var candidates);
            pairs.AddRange(Closest([.. group], candidates ?? [], keys.Length > 0));
        }

        pairs.AddRange(byKey.Values.SelectMany(rows => rows).Select(r => new PairedRow(null, r)));
        return pairs.OrderBy(p => p.Expected ?? p.Actual, Comparer<IReadOnlyList<object?>?>.Create(CompareRows)).ToList();
    }

    static IEnumerable<PairedRow> Closest(List<IReadOnlyList<object?>> missing, List<IReadOnlyList<object?>> extra, bool keyed)
    {
        List<PairedRow> pairs = [];
        if ((long)missing.Count * extra.Count <= MostPairsCompared)
        {
            var ranked = (from m in Enumerable.Range(0, missing.Count)
                          from x in Enumerable.Range(0, extra.Count)
                          let same = missing[m].Zip(extra[x]).Count(c => RowEquality.CellsEqual(c.First, c.Second))
                          where keyed || 2 * same >= missing[m].Count
                          orderby same descending
                          select (m, x)).ToList();
            HashSet<int> takenMissing = [], takenExtra = [];
            foreach (var (m, x) in ranked.Where(p => !takenMissing.Contains(p.m) && !takenExtra.Contains(p.x)))
            {
                takenMissing.Add(m);
                takenExtra.Add(x);
                pairs.Add(new(missing[m], extra[x]));
            }

            missing = [.. missing.Where((_, m) => !takenMissing.Contains(m))];
            extra = [.. extra.Where((_, x) => !takenExtra.Contains(x))];
        }

        return pairs.Concat(missing.Select(r => new PairedRow(r, null))).Concat(extra.Select(r => new PairedRow(null, r)));
    }

    static object?[] Key(IReadOnlyList<object?> row, int[] keys) => [.. keys.Select(k => row[k])];

    static int CompareRows(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y) => x!.Zip(y!, ContractOrder.Instance.Compare).FirstOrDefault(c => c != 0);

    static int IndexOf(IReadOnlyList<RowColumn> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
                return i;
        }

        throw new ArgumentException($"No column {name} to pair rows by; there are {string.Join(", ", columns.Select(c => c.Name))}.", nameof(name));
    }
}
