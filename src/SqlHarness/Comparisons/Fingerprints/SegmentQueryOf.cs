using System.Linq.Expressions;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The queries of one side of a comparison across engines.</summary>
/// <typeparam name="TCells">The tree of a row's cells.</typeparam>
sealed class SegmentQuery<TCells> : SegmentQuery
{
    readonly ComparisonPlan _plan;
    readonly IQueryable<PrintedRow<TCells>> _rows;
    readonly bool _canBeBeyond;
    readonly string _dialect;

    public override int MostNamed { get; }

    public SegmentQuery(ComparedSide side, bool isLeft, ComparisonPlan plan, FingerprintSeed seed, MeasuredRanges? ranges)
    {
        _plan = plan;
        _dialect = DialectNames.Of(side.Context.MappingSchema);
        MostNamed = MostNamedBy(_dialect);
        var forms = new RowForms(plan, isLeft, seed, ranges);
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SideRow<>.Cells));
        _canBeBeyond = forms.IsBeyond(cells) is not null;
        var beyond = forms.IsBeyond(cells) is { } isSuch ? (Expression)Expression.Condition(isSuch, Expression.Constant(1L), Expression.Constant(0L)) : Expression.Constant(0L);
        var printed = SideRows.Of<TCells>(side, isLeft, plan)
            .Select(Expression.Lambda<Func<SideRow<TCells>, PrintedRow<TCells>>>(Expression.MemberInit(Expression.New(typeof(PrintedRow<TCells>)), Bind(nameof(PrintedRow<>.Cells), cells),
                Bind(nameof(PrintedRow<>.First), forms.Of(0, cells)), Bind(nameof(PrintedRow<>.Second), forms.Of(1, cells)), Bind(nameof(PrintedRow<>.Key), forms.Of(RowForms.KeyForm, cells)), Bind(nameof(PrintedRow<>.Beyond), beyond)), row));
        _rows = printed.AsCalculatedStep("printed_rows", side.Context);
    }

    public override async Task<List<SegmentPrint>> PrintsAsync(long segments, CancellationToken cancellationToken)
    {
        List<SegmentPrint> prints = [];
        // Sums of squares tell rows apart that have equal sums, and sums of third powers those that have equal sums of squares too.
        var hashed = _rows.Select(r => new { Segment = Modular.Remainder(r.Key, segments), First = Modular.Product(r.First, r.First, Modular.Prime), Second = Modular.Cube(r.Second, Modular.OtherPrime), r.Beyond }).AsStep("hashed_rows").GroupBy(r => r.Segment);
        var sums = _canBeBeyond ? hashed.Select(g => new { g.Key, Rows = g.LongCount(), First = Casts.Narrow(g.Sum(r => r.First)), Second = Casts.Narrow(g.Sum(r => r.Second)), Beyond = Casts.Narrow(g.Sum(r => r.Beyond)) })
            : hashed.Select(g => new { g.Key, Rows = g.LongCount(), First = Casts.Narrow(g.Sum(r => r.First)), Second = Casts.Narrow(g.Sum(r => r.Second)), Beyond = (long?)0 });
        await foreach (var print in sums.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            prints.Add(new(print.Key!.Value, print.Rows, print.First!.Value, print.Second!.Value, print.Beyond!.Value));
        return prints;
    }

    public override async Task<List<SegmentSketch>> SketchesAsync(long segments, IReadOnlyList<long>? within, long coarser, CancellationToken cancellationToken)
    {
        var rows = within is null ? _rows : _rows.Where(IsAmong<PrintedRow<TCells>>(r => Modular.Remainder(r.Key, coarser)!.Value, within));
        List<SegmentSketch> sketches = [];
        var weighed = rows.Select(r => new { Segment = Modular.Remainder(r.Key, segments), r.Key, r.First, r.Beyond, One = Modular.Product(r.First, r.Key, Modular.Prime) }).AsStep("weighed_rows")
            .Select(r => new { r.Segment, r.Key, r.First, r.Beyond, r.One, Two = Modular.Product(r.One, r.Key, Modular.Prime) }).AsStep("weighed_twice")
            .GroupBy(r => r.Segment);
        var sums = weighed.Select(g => new
        {
            g.Key, Rows = g.LongCount(), Beyond = _canBeBeyond ? Casts.Narrow(g.Sum(r => r.Beyond)) : 0, Zero = Casts.Narrow(g.Sum(r => r.First)), One = Casts.Narrow(g.Sum(r => r.One)),
            Two = Casts.Narrow(g.Sum(r => r.Two)), Three = Casts.Narrow(g.Sum(r => Modular.Product(r.Two, r.Key, Modular.Prime))),
        });
        await foreach (var sketch in sums.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            sketches.Add(new(sketch.Key!.Value, sketch.Rows, sketch.Beyond!.Value, new(sketch.Zero!.Value, sketch.One!.Value, sketch.Two!.Value, sketch.Three!.Value)));
        return sketches;
    }

    public override async IAsyncEnumerable<ReadRow> Rows(long segments, IReadOnlyList<long>? these, IReadOnlyList<long> keys)
    {
        var row = Expression.Parameter(typeof(SegmentedRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SegmentedRow<>.Cells));
        var read = Expression.Lambda<Func<SegmentedRow<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object), [.. _plan.Columns.Select((_, i) => Boxed(_plan.Tree.Cell(cells, i))),
            Boxed(Expression.Property(row, nameof(SegmentedRow<>.Segment))), Boxed(Expression.Property(row, nameof(SegmentedRow<>.Form))), Boxed(Expression.Property(row, nameof(SegmentedRow<>.Key)))]), row);
        var rows = _rows.Select(r => new SegmentedRow<TCells> { Cells = r.Cells, Segment = Modular.Remainder(r.Key, segments)!.Value, Form = r.First!.Value, Key = r.Key!.Value }).AsStep("segmented_rows");
        var (isWhole, hasKey) = (IsAmong<SegmentedRow<TCells>>(r => r.Segment, these ?? []), IsAmong<SegmentedRow<TCells>>(r => r.Key, keys));
        var chosen = these is null ? rows : rows.Where(keys.Count == 0 ? isWhole : these.Count == 0 ? hasKey : Template.Expand<Func<SegmentedRow<TCells>, bool>>(r => isWhole.Of(r) || hasKey.Of(r)));
        await foreach (var values in chosen.OrderBy(r => r.Segment).Select(read).AsAsyncEnumerable().ConfigureAwait(false))
            yield return new((long)values[^3]!, (long)values[^2]!, (long)values[^1]!, values[..^3]);
    }

    Expression<Func<T, bool>> IsAmong<T>(Expression<Func<T, long>> number, IReadOnlyList<long> these)
    {
        if (!Listed.IsRead(_dialect))
            return Template.Expand<Func<T, bool>>(r => these.Contains(number.Of(r)));
        var text = Listed.Text(these);
        return Template.Expand<Func<T, bool>>(r => Listed.Has(number.Of(r), text));
    }

    // ClickHouse reads no query beyond 256 KiB, BigQuery none beyond a megabyte; SQL Server runs out of stack, and Snowflake counts what IN lists.
    static int MostNamedBy(string dialect) => dialect switch
    {
        DialectNames.ClickHouse => 20_000,
        DialectNames.BigQuery => 50_000,
        DialectNames.Snowflake => 16_000,
        DialectNames.SqlServer => 5_000,
        _ => 500_000,
    };

    static UnaryExpression Boxed(Expression cell) => Expression.Convert(cell, typeof(object));

    static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(PrintedRow<TCells>).GetProperty(member)!, value);
}
