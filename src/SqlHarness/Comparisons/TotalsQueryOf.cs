using System.Linq.Expressions;
using System.Numerics;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The totals of one side, by level.</summary>
/// <typeparam name="TCells">The tree of the cells of levels and measures.</typeparam>
sealed class TotalsQuery<TCells> : TotalsQuery
{
    // Sums of parts of this size overflow behind nine milliards of rows.
    const long Limb = 1_000_000_000;

    readonly TotalsPlan _plan;
    readonly List<ComparedColumn> _columns;
    readonly CellTree _tree;
    readonly IQueryable<SideRow<TCells>> _rows;

    public TotalsQuery(ComparedSide side, bool isLeft, TotalsPlan plan, List<ComparedColumn> columns, CellTree tree)
    {
        (_plan, _columns, _tree) = (plan, columns, tree);
        _rows = side.Rows<TCells>([.. columns.Select(c => ((isLeft ? c.Left : c.Right).Name, (Func<Expression, Expression>)(cell => CommonForm.Of(c, cell))))]).AsStep(isLeft ? "left_rows" : "right_rows");
    }

    public override async Task<List<(object?[] Key, object?[] Totals)>?> GroupsAsync(int depth, IReadOnlyList<IReadOnlyList<object?>>? within, int most, CancellationToken cancellationToken)
    {
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var rows = within is null ? _rows : _rows.Where(Expression.Lambda<Func<SideRow<TCells>, bool>>(within.Select(key => IsWithin(row, key)).Aggregate(Expression.OrElse), row));
        var parts = Enumerable.Range(0, depth).Select(i => Level(row, i)).DefaultIfEmpty(Expression.Call(typeof(Portable), nameof(Portable.Native), [typeof(int)], Expression.Constant(1))).ToList();
        var key = CellTree.Of(parts);
        var groups = Generic.Call<IQueryable<object?[]>>(new Func<IQueryable<SideRow<TCells>>, ParameterExpression, Expression, CellTree, int, IQueryable<object?[]>>(Grouped<object>), this, key.Type, rows, row, key, new CellTree([.. parts.Select(p => p.Type)]), depth);
        List<(object?[] Key, object?[] Totals)> found = [];
        await foreach (var cells in groups.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (found.Count == most)
                return null;
            found.Add((cells[..depth], Totals(cells[depth..])));
        }

        return found;
    }

    IQueryable<object?[]> Grouped<TKey>(IQueryable<SideRow<TCells>> rows, ParameterExpression row, Expression key, CellTree keys, int depth)
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, SideRow<TCells>>), "g");
        var of = Expression.Property(group, nameof(IGrouping<,>.Key));
        IEnumerable<Expression> cells = [.. Enumerable.Range(0, depth).Select(i => keys.Cell(of, i)), .. _plan.Measures.SelectMany(m => Aggregates(group, row, m.Measure.Aggregation, m.Column))];
        return rows.GroupBy(Expression.Lambda<Func<SideRow<TCells>, TKey>>(key, row))
            .Select(Expression.Lambda<Func<IGrouping<TKey, SideRow<TCells>>, object?[]>>(Expression.NewArrayInit(typeof(object), cells.Select(c => Expression.Convert(c, typeof(object)))), group));
    }

    Expression Cell(Expression row, ComparedColumn column) => _tree.Cell(Expression.Property(row, nameof(SideRow<>.Cells)), _columns.IndexOf(column));

    Expression Level(Expression row, int level) => _plan.Levels[level] is { Level.Unit: { } unit } cut
        ? Expression.Call(new Func<DateTime?, CalendarUnit, DateTime?>(Portable.Truncate).Method, Cell(row, cut.Column), Expression.Constant(unit)) : Cell(row, _plan.Levels[level].Column);

    Expression IsWithin(ParameterExpression row, IReadOnlyList<object?> key) =>
        key.Select((value, i) => Level(row, i) is var cell ? (Expression)Expression.Equal(cell, Expression.Constant(value, cell.Type)) : cell).Aggregate(Expression.AndAlso);

    IEnumerable<Expression> Aggregates(ParameterExpression group, ParameterExpression row, Aggregation aggregation, ComparedColumn? column)
    {
        Expression Sum(Expression value) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [row.Type], group, Expression.Lambda(value, row));
        // Of no rows there is no sum either.
        Expression CountIf(Expression condition) => Expression.Coalesce(Sum(Expression.Convert(Expression.Condition(condition, Expression.Constant(1L), Expression.Constant(0L)), typeof(long?))), Expression.Constant(0L));
        // A count would name no column of the step, and linq2db 6.5.1 leaves out such a step's FROM.
        if (column is null)
            return [CountIf(Expression.Equal(Expression.Property(row, nameof(SideRow<>.IsThere)), Expression.Constant(1)))];
        var cell = Cell(row, column);
        var none = Expression.Constant(null, cell.Type);
        Expression Limbs(Func<long?, long?, long?> function) => Sum(Expression.Call(function.Method, cell, Expression.Constant((long?)Limb, typeof(long?))));
        return aggregation switch
        {
            Aggregation.Count => [CountIf(Expression.NotEqual(cell, none))],
            Aggregation.NullCount => [CountIf(Expression.Equal(cell, none))],
            Aggregation.Sum when cell.Type == typeof(long?) => [Limbs(Portable.DivideInteger), Limbs(Portable.Remainder), CountIf(Expression.NotEqual(cell, none))],
            Aggregation.Sum => [Sum(cell), CountIf(Expression.NotEqual(cell, none))],
            Aggregation.CountDistinct => [Expression.Call(typeof(Enumerable), nameof(Enumerable.LongCount), [cell.Type], Expression.Call(typeof(Enumerable), nameof(Enumerable.Distinct), [cell.Type],
                Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [row.Type, cell.Type],
                    Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [row.Type], group, Expression.Lambda(Expression.NotEqual(cell, none), row)), Expression.Lambda(cell, row))))],
            _ => [Expression.Call(typeof(Enumerable), aggregation == Aggregation.Minimum ? nameof(Enumerable.Min) : nameof(Enumerable.Max), [row.Type, cell.Type], group, Expression.Lambda(cell, row))],
        };
    }

    // The aggregates of each measure as its total; sums of no value are NULL.
    object?[] Totals(object?[] aggregates)
    {
        var at = 0;
        return [.. _plan.Measures.Select(m =>
        {
            if (m.Column is null || m.Measure.Aggregation != Aggregation.Sum)
                return aggregates[at++];
            if (CommonForm.TypeOf(m.Column) != typeof(long?))
                return (at += 2) is var next && (long)aggregates[next - 1]! == 0 ? null : aggregates[next - 2];
            var (high, low, count) = (aggregates[at], aggregates[at + 1], (long)aggregates[at + 2]!);
            at += 3;
            return count == 0 ? null : (object)(decimal)((BigInteger)(long)high! * Limb + (long)low!);
        })];
    }
}
