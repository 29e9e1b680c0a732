using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The queries of one side of a comparison across engines.</summary>
/// <typeparam name="TCells">The tree of a row's cells.</typeparam>
sealed class SegmentQuery<TCells> : SegmentQuery
{
    readonly ComparisonPlan _plan;
    readonly RowForms _forms;
    readonly IDataContext _context;
    readonly IQueryable<PlacedRow<TCells>> _rows;
    readonly bool _canBeBeyond;

    public override int MostNamed { get; }

    public SegmentQuery(ComparedSide side, bool isLeft, ComparisonPlan plan, FingerprintSeed seed, MeasuredRanges? ranges)
    {
        (_plan, _context, _forms) = (plan, side.Context, new(plan, isLeft, seed, ranges));
        MostNamed = MostNamedBy(DialectNames.Of(_context.MappingSchema));
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SideRow<>.Cells));
        _canBeBeyond = _forms.IsBeyond(cells) is not null;
        _rows = SideRows.Of<TCells>(side, isLeft, plan).Select(Expression.Lambda<Func<SideRow<TCells>, PlacedRow<TCells>>>(Expression.MemberInit(Expression.New(typeof(PlacedRow<TCells>)),
            Bind<PlacedRow<TCells>>(nameof(PlacedRow<>.Cells), cells), Bind<PlacedRow<TCells>>(nameof(PlacedRow<>.Key), _forms.Of(RowForms.KeyForm, cells))), row)).AsCalculatedStep("placed_rows", _context);
    }

    public override async Task<List<SegmentPrint>> PrintsAsync(long segments, CancellationToken cancellationToken)
    {
        List<SegmentPrint> prints = [];
        // Sums of squares tell rows apart that have equal sums, and sums of third powers those that have equal sums of squares too.
        var hashed = Printed(_rows).Select(r => new { Segment = Modular.Remainder(r.Key, segments), First = Modular.Product(r.First, r.First, Modular.Prime), Second = Modular.Cube(r.Second, Modular.OtherPrime), r.Beyond }).AsStep("hashed_rows").GroupBy(r => r.Segment);
        var sums = _canBeBeyond ? hashed.Select(g => new { g.Key, Rows = g.LongCount(), First = Casts.Narrow(g.Sum(r => r.First)), Second = Casts.Narrow(g.Sum(r => r.Second)), Beyond = Casts.Narrow(g.Sum(r => r.Beyond)) })
            : hashed.Select(g => new { g.Key, Rows = g.LongCount(), First = Casts.Narrow(g.Sum(r => r.First)), Second = Casts.Narrow(g.Sum(r => r.Second)), Beyond = (long?)0 });
        await foreach (var print in sums.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            prints.Add(new(print.Key!.Value, print.Rows, print.First!.Value, print.Second!.Value, print.Beyond!.Value));
        return prints;
    }

    public override async Task<List<SegmentSketch>> SketchesAsync(long segments, IReadOnlyList<long>? within, long coarser, CancellationToken cancellationToken)
    {
        var rows = within is null ? _rows : _rows.Where(IsAmong<PlacedRow<TCells>>(r => Modular.Remainder(r.Key, coarser)!.Value, within));
        List<SegmentSketch> sketches = [];
        var weighed = Printed(rows).Select(r => new { Segment = Modular.Remainder(r.Key, segments), r.Key, r.First, r.Beyond, One = Modular.Product(r.First, r.Key, Modular.Prime) }).AsStep("weighed_rows")
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
        // What is not looked at is left out before anything is calculated of its cells.
        var (isWhole, hasKey) = (IsAmong<PlacedRow<TCells>>(r => Modular.Remainder(r.Key, segments)!.Value, these ?? []), IsAmong<PlacedRow<TCells>>(r => r.Key!.Value, keys));
        var chosen = these is null ? _rows : _rows.Where(keys.Count == 0 ? isWhole : these.Count == 0 ? hasKey : Template.Expand<Func<PlacedRow<TCells>, bool>>(r => isWhole.Of(r) || hasKey.Of(r)));
        var form = _forms.Of<TCells>(0);
        var segmented = chosen.Select(Template.Expand<Func<PlacedRow<TCells>, SegmentedRow<TCells>>>(r => new SegmentedRow<TCells> { Cells = r.Cells, Segment = Modular.Remainder(r.Key, segments)!.Value, Form = form.Of(r.Cells)!.Value, Key = r.Key!.Value })).AsStep("segmented_rows");
        var row = Expression.Parameter(typeof(SegmentedRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SegmentedRow<>.Cells));
        var read = Expression.Lambda<Func<SegmentedRow<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object), [.. _plan.Columns.Select((_, i) => Boxed(_plan.Tree.Cell(cells, i))),
            Boxed(Expression.Property(row, nameof(SegmentedRow<>.Segment))), Boxed(Expression.Property(row, nameof(SegmentedRow<>.Form))), Boxed(Expression.Property(row, nameof(SegmentedRow<>.Key)))]), row);
        await foreach (var values in segmented.OrderBy(r => r.Segment).Select(read).AsAsyncEnumerable().ConfigureAwait(false))
            yield return new((long)values[^3]!, (long)values[^2]!, (long)values[^1]!, values[..^3]);
    }

    IQueryable<PrintedRow> Printed(IQueryable<PlacedRow<TCells>> rows)
    {
        var row = Expression.Parameter(typeof(PlacedRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(PlacedRow<>.Cells));
        var beyond = _forms.IsBeyond(cells) is { } isSuch ? (Expression)Expression.Condition(isSuch, Expression.Constant(1L), Expression.Constant(0L)) : Expression.Constant(0L);
        return rows.Select(Expression.Lambda<Func<PlacedRow<TCells>, PrintedRow>>(Expression.MemberInit(Expression.New(typeof(PrintedRow)),
            Bind<PrintedRow>(nameof(PrintedRow.First), _forms.Of(0, cells)), Bind<PrintedRow>(nameof(PrintedRow.Second), _forms.Of(1, cells)),
            Bind<PrintedRow>(nameof(PrintedRow.Key), Expression.Property(row, nameof(PlacedRow<>.Key))), Bind<PrintedRow>(nameof(PrintedRow.Beyond), beyond)), row)).AsCalculatedStep("printed_rows", _context);
    }

    Expression<Func<T, bool>> IsAmong<T>(Expression<Func<T, long>> number, IReadOnlyList<long> these)
    {
        if (!Listed.IsRead(DialectNames.Of(_context.MappingSchema)))
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

    static MemberAssignment Bind<T>(string member, Expression value) => Expression.Bind(typeof(T).GetProperty(member)!, value);
}
