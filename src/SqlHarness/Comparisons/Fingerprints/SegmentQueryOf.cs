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

    public override int MostNamed { get; }

    public SegmentQuery(ComparedSide side, bool isLeft, ComparisonPlan plan, FingerprintSeed seed)
    {
        _plan = plan;
        MostNamed = DialectNames.Of(side.Context.MappingSchema) == DialectNames.ClickHouse ? 20_000 : int.MaxValue;
        var forms = new RowForms(plan, isLeft, seed);
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SideRow<>.Cells));
        var beyond = forms.IsBeyond(cells) is { } isSuch ? (Expression)Expression.Condition(isSuch, Expression.Constant(1L), Expression.Constant(0L)) : Expression.Constant(0L);
        var printed = SideRows.Of<TCells>(side, isLeft, plan)
            .Select(Expression.Lambda<Func<SideRow<TCells>, PrintedRow<TCells>>>(Expression.MemberInit(Expression.New(typeof(PrintedRow<TCells>)), Bind(nameof(PrintedRow<>.Cells), cells),
                Bind(nameof(PrintedRow<>.First), forms.Of(0, cells)), Bind(nameof(PrintedRow<>.Second), forms.Of(1, cells)), Bind(nameof(PrintedRow<>.Key), forms.Of(RowForms.KeyForm, cells)), Bind(nameof(PrintedRow<>.Beyond), beyond)), row));
        _rows = printed.AsCalculatedStep("printed_rows", side.Context);
    }

    public override async Task<List<SegmentPrint>> PrintsAsync(long segments, IReadOnlyList<long>? within, long coarser, CancellationToken cancellationToken)
    {
        var rows = within is null ? _rows : _rows.Where(r => within.Contains(Modular.Segment(r.Key, coarser)!.Value));
        List<SegmentPrint> prints = [];
        // Sums of third powers tell rows apart that have equal sums and equal sums of squares.
        await foreach (var print in rows.Select(r => new { Segment = Modular.Segment(r.Key, segments), First = Modular.Cube(r.First, Modular.Prime), Second = Modular.Cube(r.Second, Modular.OtherPrime), r.Beyond })
            .AsStep("hashed_rows").GroupBy(r => r.Segment).Select(g => new { g.Key, Rows = g.LongCount(), First = Casts.Narrow(g.Sum(r => r.First)), Second = Casts.Narrow(g.Sum(r => r.Second)), Beyond = Casts.Narrow(g.Sum(r => r.Beyond)) })
            .AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            prints.Add(new(print.Key!.Value, print.Rows, print.First!.Value, print.Second!.Value, print.Beyond!.Value));
        return prints;
    }

    public override async IAsyncEnumerable<(long Segment, object?[] Row)> Rows(long segments, IReadOnlyList<long>? these)
    {
        var row = Expression.Parameter(typeof(SegmentedRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SegmentedRow<>.Cells));
        var read = Expression.Lambda<Func<SegmentedRow<TCells>, object?[]>>(Expression.NewArrayInit(typeof(object),
            [.. _plan.Columns.Select((_, i) => Boxed(_plan.Tree.Cell(cells, i))), Boxed(Expression.Property(row, nameof(SegmentedRow<>.Segment)))]), row);
        var rows = _rows.Select(r => new SegmentedRow<TCells> { Cells = r.Cells, Segment = Modular.Segment(r.Key, segments)!.Value }).AsStep("segmented_rows");
        await foreach (var values in (these is null ? rows : rows.Where(r => these.Contains(r.Segment))).OrderBy(r => r.Segment).Select(read).AsAsyncEnumerable().ConfigureAwait(false))
            yield return ((long)values[^1]!, values[..^1]);
    }

    static UnaryExpression Boxed(Expression cell) => Expression.Convert(cell, typeof(object));

    static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(PrintedRow<TCells>).GetProperty(member)!, value);
}
