namespace SqlHarness.Tables;

/// <summary>
/// Matches expected with actual rows one to one, as many as possible. Rows that equal more than one row make it a question of who takes whom: a row
/// that found its equal gives it up where it has another (augmenting paths, breadth first).
/// </summary>
static class RowMatching
{
    /// <summary>For each expected row the place of its actual one, or −1.</summary>
    public static int[] Of(IReadOnlyList<IReadOnlyList<object?>> expected, IReadOnlyList<IReadOnlyList<object?>> actual, ColumnTolerances tolerances)
    {
        var matches = new int[expected.Count];
        Array.Fill(matches, -1);
        var byClass = Places(actual, tolerances);
        foreach (var (rows, places) in Places(expected, tolerances))
        {
            if (byClass.TryGetValue(rows, out var candidates))
                Match(places, candidates, matches, tolerances.HasNear ? (e, a) => tolerances.AreEqual(expected[e], actual[a]) : (_, _) => true);
        }

        return matches;
    }

    // Sorted, since bags that are equal mostly are so in this order.
    static Dictionary<IReadOnlyList<object?>, List<int>> Places(IReadOnlyList<IReadOnlyList<object?>> rows, ColumnTolerances tolerances) =>
        Enumerable.Range(0, rows.Count).GroupBy(i => tolerances.Class(rows[i]), RowEquality.Instance)
            .ToDictionary(g => g.Key, g => g.OrderBy(i => rows[i], RowOrder.Instance).ToList(), RowEquality.Instance);

    static void Match(List<int> expected, List<int> actual, int[] matches, Func<int, int, bool> areEqual)
    {
        var owners = new int[actual.Count];
        Array.Fill(owners, -1);
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            if (areEqual(expected[i], actual[i]))
                owners[i] = i;
        }

        // What a search in vain has seen leads nowhere until a path is found.
        bool[] seen = new bool[actual.Count], taken = new bool[expected.Count];
        foreach (var owner in owners.Where(o => o >= 0))
            taken[owner] = true;
        foreach (var start in Enumerable.Range(0, expected.Count).Where(e => !taken[e]))
        {
            if (Reassigned(start, owners, seen, (e, a) => areEqual(expected[e], actual[a])))
                Array.Clear(seen);
        }

        for (var a = 0; a < owners.Length; a++)
        {
            if (owners[a] >= 0)
                matches[expected[owners[a]]] = actual[a];
        }
    }

    // Whether a row finds an equal, others moving over.
    static bool Reassigned(int start, int[] owners, bool[] seen, Func<int, int, bool> areEqual)
    {
        var from = new Dictionary<int, int>();
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var row))
        {
            for (var a = 0; a < owners.Length; a++)
            {
                if (seen[a] || !areEqual(row, a))
                    continue;
                seen[a] = true;
                from[a] = row;
                if (owners[a] < 0)
                {
                    Take(a, start, owners, from);
                    return true;
                }

                open.Enqueue(owners[a]);
            }
        }

        return false;
    }

    // Each row of the path takes what it reached and leaves what it had to the one before.
    static void Take(int place, int start, int[] owners, Dictionary<int, int> from)
    {
        for (int? next = place; next is { } free;)
        {
            var row = from[free];
            next = row == start ? null : Array.IndexOf(owners, row);
            owners[free] = row;
        }
    }
}
