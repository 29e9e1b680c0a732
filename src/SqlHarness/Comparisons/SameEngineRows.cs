using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Compares the rows of two sides of one connection: what the engine can count it counts, and what it cannot decide is read and judged.</summary>
/// <param name="left">The left side.</param>
/// <param name="right">The right side.</param>
/// <param name="plan">What is compared.</param>
/// <param name="formulation">Which query.</param>
/// <param name="isUnique">Whether the key is known to stand once at most on each side.</param>
sealed class SameEngineRows(ComparedSide left, ComparedSide right, ComparisonPlan plan, RowFormulation formulation, bool isUnique = false)
{
    readonly RowQuery _rows = RowQuery.Of(left, right, plan, formulation);

    long _read;

    /// <param name="most">The most differing rows of each kind that are kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RowsCompared> CompareAsync(int most, CancellationToken cancellationToken)
    {
        var counted = await CountAsync(cancellationToken).ConfigureAwait(false);
        var found = counted.IsEqual || most == 0 ? [] : await FindAsync(counted, most, cancellationToken).ConfigureAwait(false);
        return new(counted, found, plan.Key.Count == 0 ? "rows without a key, grouped by all their cells" : formulation == RowFormulation.FullJoin ? "a full join on the key" : "a union of both sides, grouped by the key", _read + found.Count);
    }

    async Task<RowComparison> CountAsync(CancellationToken cancellationToken)
    {
        if (plan.Key.Count == 0)
            return await BagsAsync(0, cancellationToken).ConfigureAwait(false);
        // A key that stands a thousand times on both sides would be a million joined rows.
        var isGuarded = formulation == RowFormulation.FullJoin && !isUnique;
        var (rights, multiplies) = await _rows.RowsAsync(isLeft: false, isGuarded, cancellationToken).ConfigureAwait(false);
        (var lefts, multiplies) = await _rows.RowsAsync(isLeft: true, multiplies, cancellationToken).ConfigureAwait(false);
        var pairs = await _rows.PairsAsync(multiplies, cancellationToken).ConfigureAwait(false);
        // A join multiplies a key that stands twice, and groups leave it out: either way the joined rows are not the sides'.
        var isWhole = (pairs.Lefts, pairs.Rights) == (lefts, rights);
        if (!isWhole && !multiplies && formulation == RowFormulation.FullJoin)
            pairs = await _rows.PairsAsync(true, cancellationToken).ConfigureAwait(false);
        var counted = pairs.Counted;
        if (pairs.Open > 0)
            counted = counted.And(await OpenAsync(!isWhole, cancellationToken).ConfigureAwait(false));
        if (!isWhole)
            return counted.And(await BagsAsync(await _rows.NonUniqueKeysAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false));
        // Beside no row of the other side a key that stands twice multiplies nothing.
        return counted.Added + counted.Removed == 0 ? counted : counted with { NonUniqueKeys = await _rows.NonUniqueKeysAsync(cancellationToken).ConfigureAwait(false) };
    }

    // Some rows that differ, of each kind, in the order of the key.
    async Task<IReadOnlyList<DifferingRow>> FindAsync(RowComparison counted, int most, CancellationToken cancellationToken)
    {
        var hasBags = plan.Key.Count == 0 || counted.NonUniqueKeys > 0;
        List<DifferingRow> examples = [];
        // Few are read at once, since each query joins the sides anew.
        if (plan.Key.Count > 0 && counted.Modified + counted.Removed + counted.Added <= most)
            examples.AddRange(await AllAsync(hasBags, most, cancellationToken).ConfigureAwait(false));
        else
            await SomeAsync(examples, counted, hasBags, most, cancellationToken).ConfigureAwait(false);
        if (counted.Modified > 0 && _rows.CanBeOpen && examples.Count(e => e.Change == RowChange.Modified) < most)
            await OpenExamplesAsync(examples, hasBags, most, cancellationToken).ConfigureAwait(false);
        if (hasBags && counted.Removed + counted.Added > 0)
            await BagExamplesAsync(examples, most, cancellationToken).ConfigureAwait(false);
        return examples;
    }

    async Task<IReadOnlyList<DifferingRow>> AllAsync(bool hasBags, int most, CancellationToken cancellationToken)
    {
        var found = new Differences(plan, most);
        foreach (var (one, other) in await _rows.DifferingAsync(hasBags, cancellationToken).ConfigureAwait(false))
            found.Add(one is null ? OneSided(RowChange.Added, other!) : other is null ? OneSided(RowChange.Removed, one) : Modified((one, other)));
        return found.InOrder;
    }

    async Task SomeAsync(List<DifferingRow> examples, RowComparison counted, bool hasBags, int most, CancellationToken cancellationToken)
    {
        if (counted.Modified > 0)
        {
            examples.AddRange((await _rows.ModifiedAsync(hasBags, most, null, cancellationToken).ConfigureAwait(false)).Select(Modified));
            // Columns that differ only behind those.
            for (var i = 0; i < plan.Columns.Count; i++)
            {
                if (examples.Count >= most && !plan.Columns[i].IsIgnored && counted.Columns[i].Unequal > 0 && !examples.Exists(e => e.Differs[i]))
                    examples.AddRange((await _rows.ModifiedAsync(hasBags, Differences.OfAColumn, i, cancellationToken).ConfigureAwait(false)).Select(Modified));
            }
        }

        foreach (var (change, count) in new[] { (RowChange.Removed, counted.Removed), (RowChange.Added, counted.Added) })
        {
            if (count > 0 && plan.Key.Count > 0)
                examples.AddRange((await _rows.OneSidedAsync(change == RowChange.Removed, hasBags, most, cancellationToken).ConfigureAwait(false)).Select(row => OneSided(change, row)));
        }
    }

    async Task<RowComparison> OpenAsync(bool withoutNonUnique, CancellationToken cancellationToken)
    {
        var judged = Judge(plan);
        await foreach (var (one, other) in _rows.OpenPairs(withoutNonUnique).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _read += 2;
            judged.AddPair(one, other);
        }

        return judged.Counted;
    }

    async Task<RowComparison> BagsAsync(long nonUniqueKeys, CancellationToken cancellationToken)
    {
        // What is ignored tells no rows of a bag apart.
        var (bags, of) = plan.Columns.Any(c => c.IsIgnored) ? (RowQuery.Of(left, right, plan.WithoutIgnored, formulation), plan.WithoutIgnored) : (_rows, plan);
        var (both, removed, added) = await bags.BagsAsync(cancellationToken).ConfigureAwait(false);
        var judged = Judge(of);
        if (of.Tolerances.AreNone || removed == 0 || added == 0)
        {
            judged.AddIdentical(both);
            return Whole(judged.Counted) with { NonUniqueKeys = nonUniqueKeys, Removed = removed, Added = added };
        }

        if (!of.Tolerances.HasNear)
            judged.AddIdentical(both);
        // One key's rows at a time, in the order in which they come.
        IReadOnlyList<object?> current = [];
        List<IReadOnlyList<object?>> lefts = [], rights = [];
        await foreach (var (row, here, there) in bags.BagRows(of.Tolerances.HasNear).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<object?> key = [.. of.Key.Select(k => of.Tolerances.Form(k, row[k]))];
            if (!RowEquality.Instance.Equals(key, current))
                Flush(key);
            _read++;
            lefts.AddRange(Enumerable.Repeat(row, (int)here));
            rights.AddRange(Enumerable.Repeat(row, (int)there));
        }

        Flush([]);
        return Whole(judged.Counted) with { NonUniqueKeys = nonUniqueKeys };

        void Flush(IReadOnlyList<object?> next)
        {
            judged.AddBag(lefts, rights);
            (current, lefts, rights) = (next, [], []);
        }
    }

    async Task OpenExamplesAsync(List<DifferingRow> examples, bool withoutNonUnique, int most, CancellationToken cancellationToken)
    {
        await foreach (var (one, other) in _rows.OpenPairs(withoutNonUnique).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (Modified((one, other)) is var row && row.Differs.Contains(true))
                examples.Add(row);
            if (examples.Count >= most)
                return;
        }
    }

    async Task BagExamplesAsync(List<DifferingRow> examples, int most, CancellationToken cancellationToken)
    {
        var (lefts, rights) = (examples.Count(e => e.Change == RowChange.Removed), examples.Count(e => e.Change == RowChange.Added));
        // Within tolerances some of these have partners; which, only a whole key tells.
        var bags = plan.Columns.Any(c => c.IsIgnored) ? RowQuery.Of(left, right, plan.WithoutIgnored, formulation) : _rows;
        await foreach (var (row, here, there) in bags.BagRows(false).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<object?> cells = [.. row, .. Enumerable.Repeat<object?>(null, plan.Columns.Count - row.Length)];
            for (var n = here; n > there && lefts < most; n--, lefts++)
                examples.Add(OneSided(RowChange.Removed, cells));
            for (var n = there; n > here && rights < most; n--, rights++)
                examples.Add(OneSided(RowChange.Added, cells));
            if (lefts >= most && rights >= most)
                return;
        }
    }

    DifferingRow Modified((object?[] Left, object?[] Right) pair) =>
        new(RowChange.Modified, pair.Left, pair.Right, [.. plan.Columns.Select((c, i) => !c.IsIgnored && !plan.Tolerances.AreEqual(i, pair.Left[i], pair.Right[i]))]);

    DifferingRow OneSided(RowChange change, IReadOnlyList<object?> row) =>
        new(change, change == RowChange.Removed ? row : null, change == RowChange.Added ? row : null, new bool[plan.Columns.Count]);

    static KeyRows Judge(ComparisonPlan of) => new(of.Columns.Count, of.Key.Count > 0, of.Tolerances, of.Columns);

    // Ignored columns stand behind the others.
    RowComparison Whole(RowComparison counted) => counted with { Columns = [.. counted.Columns, .. plan.Columns.Skip(counted.Columns.Count).Select(_ => ColumnCounts.None)] };
}
