using System.Globalization;
using System.Linq.Expressions;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The times that both sides cover: from the first of the side that begins later to the last of the side that ends earlier.</summary>
static class Overlap
{
    /// <summary>Both sides' rows within those times.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="schema">Their columns.</param>
    /// <param name="name">The column of the times.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ComparisonException">It is no column of both sides, holds no times, or they have none in common; the message says which.</exception>
    public static async Task<(ComparedSide Left, ComparedSide Right)> OfAsync(ComparedSide left, ComparedSide right, SchemaComparison schema, string name, CancellationToken cancellationToken)
    {
        var column = ComparisonPlan.Find([.. schema.Columns.Concat(schema.IgnoredPairs)], name, "the overlap");
        if (column.As is not (ComparedAs.Time or ComparedAs.Date))
            throw new ComparisonException($"Column {column.Name} holds no times on both sides; an overlap is of times.");
        var (these, those) = (await RangeAsync(left, column.Left.Name).ConfigureAwait(false), await RangeAsync(right, column.Right.Name).ConfigureAwait(false));
        if (these is not { } l || those is not { } r || Math.Max(l.Least, r.Least) > Math.Min(l.Greatest, r.Greatest))
            throw new ComparisonException($"The sides have no time of {column.Name} in common: {left.Table.Said} {Runs(these)}, and {right.Table.Said} {Runs(those)}.");
        var range = (Math.Max(l.Least, r.Least), Math.Min(l.Greatest, r.Greatest));
        return (left.Within(column.Left.Name, Number, range, $"{column.Left.Name} is {Said(range)}"), right.Within(column.Right.Name, Number, range, $"{column.Right.Name} is {Said(range)}"));

        Expression Number(Expression cell) => Expression.Call(new Func<DateTime?, long?>(Portable.ToEpochMicroseconds).Method, CommonForm.Of(column, cell));

        // Numbers, since ClickHouse takes a time before 1970 for the latest.
        async Task<(long Least, long Greatest)?> RangeAsync(ComparedSide side, string own)
        {
            var times = side.Rows<long?>([(own, Number)]).AsStep("covered_times");
            return await times.MinAsync(t => t.Cells, cancellationToken).ConfigureAwait(false) is { } least && await times.MaxAsync(t => t.Cells, cancellationToken).ConfigureAwait(false) is { } greatest ? (least, greatest) : null;
        }
    }

    static string Runs((long Least, long Greatest)? range) => range is { } of ? $"runs {Said(of)}" : "has none";

    static string Said((long Least, long Greatest) range) => $"from {Time(range.Least)} to {Time(range.Greatest)}";

    static string Time(long microseconds) => DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
}
