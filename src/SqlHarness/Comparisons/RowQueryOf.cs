using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The queries that compare the rows of two sides of one connection.</summary>
/// <typeparam name="TCells">The tree of a row's cells.</typeparam>
/// <typeparam name="TKey">The tree of its key's parts.</typeparam>
sealed class RowQuery<TCells, TKey> : RowQuery
{
    readonly ComparisonPlan _plan;
    readonly KeyExpressions _key;
    readonly RowFormulation _formulation;
    readonly IDataContext _context;
    readonly IQueryable<KeyedRow<TCells, TKey>> _left;
    readonly IQueryable<KeyedRow<TCells, TKey>> _right;

    public RowQuery(ComparedSide left, ComparedSide right, ComparisonPlan plan, KeyExpressions key, RowFormulation formulation)
    {
        (_plan, _key, _formulation, _context) = (plan, key, formulation, left.Context);
        var keyOf = Lambda<SideRow<TCells>, TKey>(row => plan.Key.Count == 0 ? Expression.Constant(0) : key.Of(Expression.Property(row, nameof(SideRow<>.Cells))));
        _left = SideRows.Of<TCells>(left, isLeft: true, plan).Select(Template.Expand<Func<SideRow<TCells>, KeyedRow<TCells, TKey>>>(
            r => new KeyedRow<TCells, TKey> { Key = keyOf.Of(r), Cells = r.Cells, Lefts = 1, Rights = 0 })).AsStep("left_keyed");
        _right = SideRows.Of<TCells>(right, isLeft: false, plan).Select(Template.Expand<Func<SideRow<TCells>, KeyedRow<TCells, TKey>>>(
            r => new KeyedRow<TCells, TKey> { Key = keyOf.Of(r), Cells = r.Cells, Lefts = 0, Rights = 1 })).AsStep("right_keyed");
    }

    public override bool CanBeOpen => new PairExpressions(_plan, Expression.Parameter(typeof(JoinedRow<TCells>))).IsOpen is not null;

    public override Task<PairCounts> PairsAsync(bool withoutNonUnique, CancellationToken cancellationToken)
    {
        var pair = new PairExpressions(_plan, Expression.Parameter(typeof(JoinedRow<TCells>), "row"));
        var tree = new CellTree([.. Enumerable.Repeat(typeof(long?), pair.OutcomeLength)]);
        return Generic.Call<Task<PairCounts>>(new Func<CellTree, bool, CancellationToken, Task<PairCounts>>(PairsAsync<object>), this, tree.Type, tree, withoutNonUnique, cancellationToken);
    }

    async Task<PairCounts> PairsAsync<TOutcome>(CellTree outcomes, bool withoutNonUnique, CancellationToken cancellationToken)
    {
        var joined = Expression.Parameter(typeof(JoinedRow<TCells>), "row");
        var judged = typeof(JudgedRow<TCells, TOutcome>);
        MemberAssignment Bind(string member, Expression value) => Expression.Bind(judged.GetProperty(member)!, value);
        MemberAssignment Same(string member) => Bind(member, Expression.Property(joined, member));
        var groups = Joined(withoutNonUnique).Select(Expression.Lambda<Func<JoinedRow<TCells>, JudgedRow<TCells, TOutcome>>>(Expression.MemberInit(Expression.New(judged), Same(nameof(JudgedRow<,>.Left)), Same(nameof(JudgedRow<,>.Lefts)),
            Same(nameof(JudgedRow<,>.Right)), Same(nameof(JudgedRow<,>.Rights)), Bind(nameof(JudgedRow<,>.Outcome), CellTree.Of(new PairExpressions(_plan, joined).Outcomes))), joined)).AsCalculatedStep("judged_rows", _context).GroupBy(r => r.Outcome);

        var row = Expression.Parameter(judged, "row");
        var pair = new PairExpressions(_plan, row);
        var more = _plan.Columns.Select((_, i) => pair.CountedBeside(i)).SelectMany(c => new[] { c.Different, c.LeftNull, c.RightNull, c.Hidden }).Prepend(pair.IsOpen).ToList();
        var group = Expression.Parameter(typeof(IGrouping<TOutcome, JudgedRow<TCells, TOutcome>>), "g");
        Expression Sum(Expression condition) => Expression.Coalesce(Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [judged], group,
            Expression.Lambda(Expression.Condition(condition, Expression.Constant((long?)1, typeof(long?)), Expression.Constant((long?)0, typeof(long?))), row)), Expression.Constant(0L));
        var read = Expression.Lambda<Func<IGrouping<TOutcome, JudgedRow<TCells, TOutcome>>, long[]>>(Expression.NewArrayInit(typeof(long),
            [
                .. Enumerable.Range(0, pair.OutcomeLength).Select(i => Expression.Property(outcomes.Cell(Expression.Property(group, nameof(IGrouping<,>.Key)), i), nameof(Nullable<>.Value))),
                Expression.Call(typeof(Enumerable), nameof(Enumerable.LongCount), [judged], group), .. more.OfType<Expression>().Select(Sum),
            ]), group);
        var counts = new OutcomeCounts(pair, _plan.Columns.Count, [.. more.Select(m => m is not null)]);
        await foreach (var numbers in groups.Select(read).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            counts.Add(numbers);
        return counts.Counted;
    }

    public override async Task<(long Rows, bool Multiply)> RowsAsync(bool isLeft, bool isGuarded, CancellationToken cancellationToken)
    {
        var rows = isLeft ? _left : _right;
        // A key's parts scatter it over places. The squares of the places' rows add up to n²/places + Σm² for keys that stand m times each (Alon, Matias, Szegedy 1996), and Σm² is what a join with itself has.
        var row = Expression.Parameter(typeof(KeyedRow<TCells, TKey>), "row");
        if (!isGuarded || _key.Scattered(Expression.Property(row, nameof(KeyedRow<,>.Key))) is not { } place)
            return (await rows.LongCountAsync(cancellationToken).ConfigureAwait(false), isGuarded && await HasNonUniqueAsync(isLeft, cancellationToken).ConfigureAwait(false));
        var places = await rows.Select(Expression.Lambda<Func<KeyedRow<TCells, TKey>, long?>>(place, row)).AsStep("scattered_keys")
            .GroupBy(p => p).Select(g => g.LongCount()).ToListAsync(cancellationToken).ConfigureAwait(false);
        var all = places.Sum();
        return (all, places.Sum(p => (double)p * p) > (double)all * all / Scatter.Places + 2.0 * all);
    }

    Task<bool> HasNonUniqueAsync(bool isLeft, CancellationToken cancellationToken) => (isLeft ? _left : _right).GroupBy(r => r.Key)
        .Select(g => new CountedKey<TKey> { Key = g.Key, Lefts = g.Count(), Rights = 0 }).Where(k => k.Lefts > 1).AnyAsync(cancellationToken);

    public override Task<long> NonUniqueKeysAsync(CancellationToken cancellationToken) => NonUnique().LongCountAsync(cancellationToken);

    public override IAsyncEnumerable<(object?[] Left, object?[] Right)> OpenPairs(bool withoutNonUnique)
    {
        var row = Expression.Parameter(typeof(JoinedRow<TCells>), "row");
        return Pairs(Joined(withoutNonUnique).Where(Expression.Lambda<Func<JoinedRow<TCells>, bool>>(new PairExpressions(_plan, row).IsOpen!, row)));
    }

    public override async Task<(long Both, long Left, long Right)> BagsAsync(CancellationToken cancellationToken)
    {
        var row = Expression.Parameter(typeof(CountedKey<TCells>), "row");
        Expression Minus(Expression one, Expression other) => Expression.Convert(Expression.Condition(Expression.GreaterThan(one, other), Expression.Subtract(one, other), Expression.Constant(0)), typeof(long));
        var (lefts, rights) = (Expression.Property(row, nameof(CountedKey<>.Lefts)), Expression.Property(row, nameof(CountedKey<>.Rights)));
        var sums = await SumsOf(Bags(), row, [Expression.Convert(lefts, typeof(long)), Minus(lefts, rights), Minus(rights, lefts)]).SingleAsync(cancellationToken).ConfigureAwait(false);
        return (sums[0] - sums[1], sums[1], sums[2]);
    }

    public override async IAsyncEnumerable<(object?[] Row, long Lefts, long Rights)> BagRows(bool all)
    {
        var bags = all ? Bags() : Bags().Where(b => b.Lefts != b.Rights);
        var row = Expression.Parameter(typeof(CountedKey<TCells>), "row");
        var cells = Expression.Property(row, nameof(CountedKey<>.Key));
        var sorted = Sorted(bags, row, _key.Parts(cells));
        var read = Expression.Lambda<Func<CountedKey<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object),
            [.. Cells(cells), Boxed(Expression.Property(row, nameof(CountedKey<>.Lefts))), Boxed(Expression.Property(row, nameof(CountedKey<>.Rights)))]), row);
        await foreach (var values in sorted.Select(read).AsAsyncEnumerable().ConfigureAwait(false))
            yield return (values[..^2], (int)values[^2]!, (int)values[^1]!);
    }

    public override async Task<List<(object?[]? Left, object?[]? Right)>> DifferingAsync(bool withoutNonUnique, CancellationToken cancellationToken)
    {
        var row = Expression.Parameter(typeof(JoinedRow<TCells>), "row");
        var pair = new PairExpressions(_plan, row);
        var differing = Joined(withoutNonUnique).Where(Expression.Lambda<Func<JoinedRow<TCells>, bool>>(Expression.OrElse(pair.IsModified, ColumnExpressions.IsNot(pair.IsPair)), row));
        var read = Expression.Lambda<Func<JoinedRow<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object),
            [.. Cells(Expression.Property(row, nameof(JoinedRow<>.Left))), .. Cells(Expression.Property(row, nameof(JoinedRow<>.Right))), Boxed(Expression.Property(row, nameof(JoinedRow<>.Lefts))), Boxed(Expression.Property(row, nameof(JoinedRow<>.Rights)))]), row);
        List<(object?[]? Left, object?[]? Right)> found = [];
        await foreach (var cells in differing.Select(read).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            found.Add((cells[^2] is 1 ? cells[.._plan.Columns.Count] : null, cells[^1] is 1 ? cells[_plan.Columns.Count..^2] : null));
        return found;
    }

    public override async Task<List<(object?[] Left, object?[] Right)>> ModifiedAsync(bool withoutNonUnique, int most, int? column, CancellationToken cancellationToken)
    {
        var row = Expression.Parameter(typeof(JoinedRow<TCells>), "row");
        var modified = Joined(withoutNonUnique).Where(Expression.Lambda<Func<JoinedRow<TCells>, bool>>(new PairExpressions(_plan, row) is var said && column is { } one ? said.IsModifiedIn(one) : said.IsModified, row));
        List<(object?[] Left, object?[] Right)> pairs = [];
        await foreach (var pair in Pairs(Sorted(modified, row, _plan.Key.Select(k => _plan.Tree.Cell(Expression.Property(row, nameof(JoinedRow<>.Left)), k))).Take(most)).WithCancellation(cancellationToken).ConfigureAwait(false))
            pairs.Add(pair);
        return pairs;
    }

    public override async Task<List<object?[]>> OneSidedAsync(bool isLeft, bool withoutNonUnique, int most, CancellationToken cancellationToken)
    {
        var row = Expression.Parameter(typeof(JoinedRow<TCells>), "row");
        var pair = new PairExpressions(_plan, row);
        var cells = Expression.Property(row, isLeft ? nameof(JoinedRow<>.Left) : nameof(JoinedRow<>.Right));
        var isAlone = Expression.AndAlso(isLeft ? pair.HasLeft : pair.HasRight, ColumnExpressions.IsNot(isLeft ? pair.HasRight : pair.HasLeft));
        var alone = Joined(withoutNonUnique).Where(Expression.Lambda<Func<JoinedRow<TCells>, bool>>(isAlone, row));
        var read = Expression.Lambda<Func<JoinedRow<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object), Cells(cells)), row);
        return await Sorted(alone, row, _plan.Key.Select(k => _plan.Tree.Cell(cells, k))).Take(most).Select(read).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    // The rows of both sides by key, without what stands more than once where that is not to be.
    IQueryable<JoinedRow<TCells>> Joined(bool withoutNonUnique)
    {
        if (_formulation == RowFormulation.UnionAndGroup)
            return Grouped().Where(j => j.Lefts <= 1 && j.Rights <= 1);
        var (left, right) = withoutNonUnique ? (OfNonUnique(_left, isOf: false), OfNonUnique(_right, isOf: false)) : (_left, _right);
        var (l, r) = (Expression.Parameter(typeof(KeyedRow<TCells, TKey>), "l"), Expression.Parameter(typeof(KeyedRow<TCells, TKey>), "r"));
        var isSame = Expression.Lambda<Func<KeyedRow<TCells, TKey>, KeyedRow<TCells, TKey>, bool>>(_key.AreEqual(Expression.Property(l, nameof(KeyedRow<,>.Key)), Expression.Property(r, nameof(KeyedRow<,>.Key))), l, r);
        return left.FullJoin(right, isSame, (l, r) => new JoinedRow<TCells> { Left = l!.Cells, Lefts = (int?)l.Lefts, Right = r!.Cells, Rights = (int?)r.Rights }).AsStep("joined_rows");
    }

    IQueryable<JoinedRow<TCells>> Grouped()
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, KeyedRow<TCells, TKey>>), "g");
        return _left.Concat(_right).AsStep("both_sides").GroupBy(r => r.Key).Select(Expression.Lambda<Func<IGrouping<TKey, KeyedRow<TCells, TKey>>, JoinedRow<TCells>>>(Expression.MemberInit(Expression.New(typeof(JoinedRow<TCells>)),
            Bind(nameof(JoinedRow<>.Left), Greatest(nameof(KeyedRow<,>.Lefts))), Bind(nameof(JoinedRow<>.Lefts), Sum(nameof(KeyedRow<,>.Lefts))),
            Bind(nameof(JoinedRow<>.Right), Greatest(nameof(KeyedRow<,>.Rights))), Bind(nameof(JoinedRow<>.Rights), Sum(nameof(KeyedRow<,>.Rights)))), group)).AsStep("joined_rows");

        static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(JoinedRow<TCells>).GetProperty(member)!, value);

        Expression Sum(string side)
        {
            var row = Expression.Parameter(typeof(KeyedRow<TCells, TKey>), "row");
            return Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [row.Type], group, Expression.Lambda(Expression.Convert(Expression.Property(row, side), typeof(int?)), row));
        }

        // Of a side's one row it is the cell; of several it is never looked at.
        Expression Greatest(string side) => CellTree.Of([.. _plan.Columns.Select((c, i) =>
        {
            var row = Expression.Parameter(typeof(KeyedRow<TCells, TKey>), "row");
            var cell = _plan.Tree.Cell(Expression.Property(row, nameof(KeyedRow<,>.Cells)), i);
            var own = Expression.Condition(Expression.Equal(Expression.Property(row, side), Expression.Constant(1)), cell, Expression.Constant(null, c.Type));
            return (Expression)Expression.Call(typeof(Enumerable), nameof(Enumerable.Max), [row.Type, c.Type], group, Expression.Lambda(own, row));
        })]);
    }

    IQueryable<CountedKey<TKey>> NonUnique() => _left.Concat(_right).AsStep("both_sides").GroupBy(r => r.Key)
        .Select(g => new CountedKey<TKey> { Key = g.Key, Lefts = g.Sum(r => r.Lefts), Rights = g.Sum(r => r.Rights) }).AsStep("counted_keys").Where(k => k.Lefts > 1 || k.Rights > 1).AsStep("non_unique_keys");

    IQueryable<KeyedRow<TCells, TKey>> OfNonUnique(IQueryable<KeyedRow<TCells, TKey>> rows, bool isOf)
    {
        var isSame = SameKey();
        var keys = NonUnique();
        // Each stands there once, so that a join multiplies nothing; EXISTS is slow on SQLite, and ClickHouse has none.
        return isOf ? rows.InnerJoin(keys, (r, k) => isSame.Compile()(r.Key, k.Key), (r, k) => r)
            : rows.LeftJoin(keys, (r, k) => isSame.Compile()(r.Key, k!.Key), (r, k) => new { Row = r, Found = (int?)k!.Lefts }).Where(r => r.Found == null).Select(r => r.Row);
    }

    IQueryable<CountedKey<TCells>> Bags()
    {
        var (left, right) = _plan.Key.Count == 0 ? (_left, _right) : (OfNonUnique(_left, isOf: true), OfNonUnique(_right, isOf: true));
        return left.Concat(right).AsStep("bag_rows").GroupBy(r => r.Cells).Select(g => new CountedKey<TCells> { Key = g.Key, Lefts = g.Sum(r => r.Lefts), Rights = g.Sum(r => r.Rights) }).AsStep("counted_rows");
    }

    Expression<Func<TKey, TKey, bool>> SameKey()
    {
        var (one, other) = (Expression.Parameter(typeof(TKey), "one"), Expression.Parameter(typeof(TKey), "other"));
        return Expression.Lambda<Func<TKey, TKey, bool>>(_key.AreEqual(one, other), one, other);
    }

    // A side without rows has sums of 0.
    static IQueryable<long[]> SumsOf<T>(IQueryable<T> rows, ParameterExpression row, IEnumerable<Expression> values)
    {
        var group = Expression.Parameter(typeof(IGrouping<int, T>), "g");
        var sums = values.Select(v => (Expression)Expression.Coalesce(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [typeof(T)], group, Expression.Lambda<Func<T, long?>>(Expression.Convert(v, typeof(long?)), row)), Expression.Constant(0L)));
        return rows.GroupBy(r => Portable.Native(1)).Select(Expression.Lambda<Func<IGrouping<int, T>, long[]>>(Expression.NewArrayInit(typeof(long), sums), group));
    }

    async IAsyncEnumerable<(object?[] Left, object?[] Right)> Pairs(IQueryable<JoinedRow<TCells>> rows)
    {
        var row = Expression.Parameter(typeof(JoinedRow<TCells>), "row");
        var read = Expression.Lambda<Func<JoinedRow<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object),
            [.. Cells(Expression.Property(row, nameof(JoinedRow<>.Left))), .. Cells(Expression.Property(row, nameof(JoinedRow<>.Right)))]), row);
        await foreach (var cells in rows.Select(read).AsAsyncEnumerable().ConfigureAwait(false))
            yield return (cells[..(cells.Length / 2)], cells[(cells.Length / 2)..]);
    }

    IEnumerable<Expression> Cells(Expression tree) => _plan.Columns.Select((_, i) => Boxed(_plan.Tree.Cell(tree, i)));

    static IQueryable<T> Sorted<T>(IQueryable<T> rows, ParameterExpression row, IEnumerable<Expression> by)
    {
        var isFirst = true;
        foreach (var part in by)
        {
            rows = rows.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), isFirst ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy), [typeof(T), part.Type], rows.Expression, Expression.Quote(Expression.Lambda(part, row))));
            isFirst = false;
        }

        return rows;
    }

    static UnaryExpression Boxed(Expression cell) => Expression.Convert(cell, typeof(object));

    static Expression<Func<TRow, TValue>> Lambda<TRow, TValue>(Func<Expression, Expression> body)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, TValue>>(body(row), row);
    }
}
