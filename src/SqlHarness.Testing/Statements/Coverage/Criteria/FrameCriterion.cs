using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>A frame of so many rows before or behind is clipped by the partition's end, and is not.</summary>
sealed class FrameCriterion : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not SqlExtendedFunction { IsWindowFunction: true,
            FrameClause: { FrameType: SqlFrameClause.FrameTypeKind.Rows } frame } window)
            yield break;
        var (place, rows) = (scope.Text(frame), window.OrderBy ?? []);
        List<ISqlExpression> partition = [.. scope.Per, .. window.PartitionBy ?? []];
        foreach (var (bound, end) in new[] { (frame.Start, "start"), (frame.End, "end") })
        {
            if (bound is not { BoundaryType: SqlFrameBoundary.FrameBoundaryType.Offset, Offset: { } offset }
                || scope.Constants(offset) is not [var value] || Intervals.Number(value) is not { } count)
                continue;
            // Counted from the end that the bound points at.
            var number = bound.IsPreceding ? WindowOf.RowNumber(partition, rows) : WindowOf.RowNumber(partition, rows.Select(Reversed));
            var isClipped = Flag.Is(number, SqlPredicate.Operator.LessOrEqual, (long)count);
            yield return new(scope.Goal(place, $"clipped at its {end}"), isClipped);
            yield return new(scope.Goal(place, $"whole at its {end}"), !isClipped);
        }
    }

    static SqlWindowOrderItem Reversed(SqlWindowOrderItem item) => new(item.Expression, !item.IsDescending, item.NullsPosition switch
    {
        LinqToDB.Sql.NullsPosition.First => LinqToDB.Sql.NullsPosition.Last,
        LinqToDB.Sql.NullsPosition.Last => LinqToDB.Sql.NullsPosition.First,
        var none => none,
    });
}
