using System.Linq.Expressions;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>What the numbers of both sides' columns are within, and which columns hold NULL.</summary>
sealed class MeasuredRanges
{
    readonly Dictionary<int, (NumberRange? Range, bool HasNull)> _byColumn;

    MeasuredRanges(Dictionary<int, (NumberRange? Range, bool HasNull)> byColumn) => _byColumn = byColumn;

    /// <summary>The digits of a column's cell; none where its cells are not within what was measured.</summary>
    public IReadOnlyList<Packing.Digit> DigitsOf(ComparisonPlan plan, int column, Expression cells) => !_byColumn.TryGetValue(column, out var measured) ? []
        : [.. LimbsOf(plan, column, cells).Select(l => new Packing.Digit(measured.Range is { } range ? l with { Range = range } : l, measured.HasNull))];

    /// <summary>Whether to ask an engine costs little beside what it saves: it stores tables by column.</summary>
    public static bool AreCheap(ComparedSide side) =>
        DialectNames.Of(side.Context.MappingSchema) is DialectNames.DuckDb or DialectNames.ClickHouse or DialectNames.BigQuery or DialectNames.Snowflake or DialectNames.Databricks;

    /// <summary>Those of a side.</summary>
    public static Task<MeasuredRanges> OfAsync(ComparedSide side, bool isLeft, ComparisonPlan plan, CancellationToken cancellationToken) =>
        (Task<MeasuredRanges>)new Func<ComparedSide, bool, ComparisonPlan, CancellationToken, Task<MeasuredRanges>>(MeasuredAsync<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(plan.Tree.Type)
            .Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [side, isLeft, plan, cancellationToken], null)!;

    /// <summary>Those of two sides.</summary>
    public MeasuredRanges With(MeasuredRanges other) => new(_byColumn.ToDictionary(c => c.Key, c => (Both(c.Value.Range, other._byColumn[c.Key].Range), c.Value.HasNull || other._byColumn[c.Key].HasNull)));

    static NumberRange? Both(NumberRange? one, NumberRange? other) => one is { } these && other is { } those ? these.With(those) : null;

    static async Task<MeasuredRanges> MeasuredAsync<TCells>(ComparedSide side, bool isLeft, ComparisonPlan plan, CancellationToken cancellationToken)
    {
        // What counts of a cell by its tolerance is not the cell.
        var columns = Enumerable.Range(0, plan.Columns.Count).Where(i => !plan.Columns[i].IsIgnored && plan.Columns[i].Tolerance is null).ToList();
        var group = Expression.Parameter(typeof(IGrouping<int, SideRow<TCells>>), "g");
        var read = Expression.Lambda<Func<IGrouping<int, SideRow<TCells>>, long?[]>>(Expression.NewArrayInit(typeof(long?), columns.SelectMany(Measures)), group);
        var values = columns.Count == 0 ? null : await SideRows.Of<TCells>(side, isLeft, plan).GroupBy(r => Portable.Native(1)).Select(read).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<int, (NumberRange? Range, bool HasNull)> byColumn = [];
        var place = 0;
        foreach (var column in columns)
        {
            var hasNull = values?[place++] == 1;
            var range = IsOneNumber(plan, column) ? new NumberRange(values?[place++] ?? 0, values?[place++] ?? 0) : (NumberRange?)null;
            byColumn.Add(column, (range, hasNull));
        }

        return new(byColumn);

        IEnumerable<Expression> Measures(int column)
        {
            yield return Of(nameof(Enumerable.Max), cells => plan.Tree.Cell(cells, column) is var cell
                ? Expression.Condition(Expression.Equal(cell, Expression.Constant(null, cell.Type)), Expression.Constant((long?)1, typeof(long?)), Expression.Constant((long?)0, typeof(long?))) : cell);
            if (!IsOneNumber(plan, column))
                yield break;
            yield return Of(nameof(Enumerable.Min), cells => LimbsOf(plan, column, cells)[0].Number);
            yield return Of(nameof(Enumerable.Max), cells => LimbsOf(plan, column, cells)[0].Number);
        }

        Expression Of(string aggregate, Func<Expression, Expression> number)
        {
            var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
            return Expression.Call(typeof(Enumerable), aggregate, [row.Type], group, Expression.Lambda<Func<SideRow<TCells>, long?>>(number(Expression.Property(row, nameof(SideRow<>.Cells))), row));
        }
    }

    static IReadOnlyList<Limb> LimbsOf(ComparisonPlan plan, int column, Expression cells) => Limbs.Of(plan.Columns[column].Column, plan.Tree.Cell(cells, column));

    // Of digests the range is known, and of what has several numbers one is as wide as can be.
    static bool IsOneNumber(ComparisonPlan plan, int column) => LimbsOf(plan, column, Expression.Parameter(plan.Tree.Type)) is [var only] && (only.Range == NumberRange.All || only.Range == NumberRange.Narrow);
}
