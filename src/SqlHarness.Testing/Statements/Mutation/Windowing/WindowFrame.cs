using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Groups;
using Bound = LinqToDB.SqlQuery.SqlFrameBoundary.FrameBoundaryType;
using Kind = LinqToDB.Internal.SqlQuery.SqlFrameClause.FrameTypeKind;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>A window's frame counts rows where it counted equals, or the other way; begins or ends elsewhere; or is left to the default.</summary>
sealed class WindowFrame : ElementOperator<SqlExtendedFunction>
{
    static readonly SqlFrameBoundary Start = new(true, Bound.Unbounded, null);
    static readonly SqlFrameBoundary Current = new(false, Bound.CurrentRow, null);
    static readonly SqlFrameBoundary End = new(false, Bound.Unbounded, null);

    public override string Code => "WFR";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        // Others have no frame, or ignore it.
        if (!element.IsWindowFunction || !Functions.Is(element, "SUM", "MIN", "MAX", "AVG", "COUNT", "FIRST_VALUE", "LAST_VALUE", "NTH_VALUE")
            || element.FrameClause is null && WindowOrders.Items(element).Count == 0)
        {
            yield break;
        }

        var frame = element.FrameClause ?? new(Kind.Range, Start, Current);
        var first = Functions.Is(element, "FIRST_VALUE") && frame is { Start: { BoundaryType: Bound.Unbounded }, Exclusion: SqlFrameClause.FrameExclusionKind.None }
            && element.NullTreatment != LinqToDB.Sql.Nulls.Ignore ? "the first row is in the frame anyway" : null;
        var order = WindowOrders.Items(element).Select(o => o.Expression).ToList();
        var total = site.Level.Rows.AreUnique([.. element.PartitionBy ?? [], .. order]) ? "its order has no ties" : null;
        var ties = $"two rows of one partition with the same {string.Join(" and ", order.Select(site.Level.Text))}";
        foreach (var kind in new[] { Kind.Rows, Kind.Range }.Where(k => k != frame.FrameType && (k == Kind.Rows || Offsets(frame) == 0)))
            yield return With(element, new(kind, frame.Start, frame.End, frame.Exclusion), ties, first ?? (Offsets(frame) == 0 ? total : null));
        foreach (var (start, end) in Bounds(frame, site))
            yield return With(element, new(frame.FrameType, start, end, frame.Exclusion), "a partition of three rows", start.BoundaryType == Bound.Unbounded ? first : null);
        if (element.FrameClause is not null)
        {
            var isDefault = frame is { FrameType: Kind.Range, Exclusion: SqlFrameClause.FrameExclusionKind.None,
                Start: { BoundaryType: Bound.Unbounded, IsPreceding: true }, End.BoundaryType: Bound.CurrentRow } && order.Count > 0;
            yield return new(element.WithFrameClause(null), isDefault ? ties : "a partition of three rows")
            {
                Equivalent = first ?? (isDefault ? "it is the frame that a window has without one" : null),
            };
        }
    }

    static IEnumerable<(SqlFrameBoundary, SqlFrameBoundary)> Bounds(SqlFrameClause frame, Site site)
    {
        if (frame.Start.BoundaryType == Bound.Unbounded)
            yield return (Current, frame.End);
        else
            yield return (Start, frame.End);
        if (frame.End.BoundaryType == Bound.Unbounded)
            yield return (frame.Start, Current);
        else
            yield return (frame.Start, End);
        foreach (var (bound, isStart) in new[] { (frame.Start, true), (frame.End, false) })
        {
            if (bound is not { BoundaryType: Bound.Offset, Offset: { } offset } || site.Level.Statement.Value(offset) is not int rows)
                continue;
            foreach (var other in new[] { rows + 1, rows - 1 }.Where(n => n >= 0).Select(n => new SqlFrameBoundary(bound.IsPreceding, Bound.Offset, new SqlValue(n))))
                yield return isStart ? (other, frame.End) : (frame.Start, other);
        }
    }

    static int Offsets(SqlFrameClause frame) => new[] { frame.Start, frame.End }.Count(b => b.BoundaryType == Bound.Offset);

    static Alternative With(SqlExtendedFunction element, SqlFrameClause frame, string needs, string? equivalent) => new(element.WithFrameClause(frame), needs) { Equivalent = equivalent };
}
