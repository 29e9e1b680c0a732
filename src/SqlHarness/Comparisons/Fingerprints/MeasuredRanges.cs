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

    /// <summary>Whether to ask an engine costs little beside what it saves: it stores a table by column.</summary>
    public static bool AreCheap(ComparedSide side) => side.IsTable &&
        DialectNames.Of(side.Context.MappingSchema) is DialectNames.DuckDb or DialectNames.ClickHouse or DialectNames.BigQuery or DialectNames.Snowflake or DialectNames.Databricks;

    /// <summary>Those of a side.</summary>
    public static Task<MeasuredRanges> OfAsync(ComparedSide side, bool isLeft, ComparisonPlan plan, CancellationToken cancellationToken) =>
        Generic.Call<Task<MeasuredRanges>>(new Func<ComparedSide, bool, ComparisonPlan, CancellationToken, Task<MeasuredRanges>>(MeasuredAsync<object>), null, plan.Tree.Type, side, isLeft, plan, cancellationToken);

    /// <summary>Those of two sides.</summary>
    public MeasuredRanges With(MeasuredRanges other) => new(_byColumn.Where(c => other._byColumn.ContainsKey(c.Key)).ToDictionary(c => c.Key, c => (Both(c.Value.Range, other._byColumn[c.Key].Range), c.Value.HasNull || other._byColumn[c.Key].HasNull)));

    static NumberRange? Both(NumberRange? one, NumberRange? other) => one is { } these && other is { } those ? these.With(those) : null;

    static async Task<MeasuredRanges> MeasuredAsync<TCells>(ComparedSide side, bool isLeft, ComparisonPlan plan, CancellationToken cancellationToken)
    {
        // What counts of a cell by its tolerance is not the cell.
        var columns = Enumerable.Range(0, plan.Columns.Count).Where(i => !plan.Columns[i].IsIgnored && plan.Columns[i].Rule is null).ToList();
        return Statistics.AreKept(DialectNames.Of(side.Context.MappingSchema)) ? await KnownAsync<TCells>(side, isLeft, plan, columns, cancellationToken).ConfigureAwait(false)
            : await ScannedAsync<TCells>(side, isLeft, plan, columns, cancellationToken).ConfigureAwait(false);
    }

    // What the engine knows already. A column of which it knows nothing is not packed: what may be a file is not read once more for that.
    static async Task<MeasuredRanges> KnownAsync<TCells>(ComparedSide side, bool isLeft, ComparisonPlan plan, List<int> columns, CancellationToken cancellationToken)
    {
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var cells = Expression.Property(row, nameof(SideRow<>.Cells));
        var read = Expression.Lambda<Func<SideRow<TCells>, string?[]>>(Expression.NewArrayInit(typeof(string), columns.Select(i => IsOneNumber(plan, i) ? LimbsOf(plan, i, cells)[0].Number : plan.Tree.Cell(cells, i))
            .Select(value => Expression.Call(typeof(Statistics), nameof(Statistics.Of), [value.Type], value))), row);
        var said = columns.Count == 0 ? null : await SideRows.Of<TCells>(side, isLeft, plan).Select(read).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<int, (NumberRange? Range, bool HasNull)> byColumn = [];
        foreach (var (column, text) in columns.Zip(said ?? []))
        {
            if (!IsOneNumber(plan, column))
                byColumn.Add(column, (null, Statistics.HasNull(text) ?? true));
            else if (Statistics.OfWholeNumbers(text) is { } known)
                byColumn.Add(column, (new(known.Least, known.Greatest), known.HasNull));
        }

        return new(byColumn);
    }

    static async Task<MeasuredRanges> ScannedAsync<TCells>(ComparedSide side, bool isLeft, ComparisonPlan plan, List<int> columns, CancellationToken cancellationToken)
    {
        var group = Expression.Parameter(typeof(IGrouping<int, SideRow<TCells>>), "g");
        var read = Expression.Lambda<Func<IGrouping<int, SideRow<TCells>>, object?[]>>(Expression.NewArrayInit(typeof(object), columns.SelectMany(Measures)), group);
        var values = columns.Count == 0 ? null : await SideRows.Of<TCells>(side, isLeft, plan).GroupBy(r => Portable.Native(1)).Select(read).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<int, (NumberRange? Range, bool HasNull)> byColumn = [];
        var place = 0;
        foreach (var column in columns)
        {
            var hasNull = values?[place++] is 1;
            var range = IsOneNumber(plan, column) ? new NumberRange(Number(column, values?[place++]), Number(column, values?[place++])) : (NumberRange?)null;
            byColumn.Add(column, (range, hasNull));
        }

        return new(byColumn);

        long Number(int column, object? measured) => measured is null ? 0 : Limbs.NumberOf(plan.Columns[column], measured);

        IEnumerable<Expression> Measures(int column)
        {
            yield return Of(nameof(Enumerable.Max), cells => plan.Tree.Cell(cells, column) is var cell
                ? Expression.Condition(Expression.Equal(cell, Expression.Constant(null, cell.Type)), Expression.Constant(1), Expression.Constant(0)) : cell);
            if (!IsOneNumber(plan, column))
                yield break;
            yield return Of(nameof(Enumerable.Min), cells => Measured(cells, column));
            yield return Of(nameof(Enumerable.Max), cells => Measured(cells, column));
        }

        // Cells grow as their numbers do, and nothing is calculated then; but of ClickHouse's compiled MAX a time before 1970 is later than all others.
        Expression Measured(Expression cells, int column) => plan.Tree.Cell(cells, column) is var cell && cell.Type == typeof(DateTime?) && DialectNames.Of(side.Context.MappingSchema) == DialectNames.ClickHouse
            ? LimbsOf(plan, column, cells)[0].Number : cell;

        Expression Of(string aggregate, Func<Expression, Expression> number)
        {
            var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
            var value = number(Expression.Property(row, nameof(SideRow<>.Cells)));
            return Expression.Convert(Expression.Call(typeof(Enumerable), aggregate, [row.Type, value.Type], group, Expression.Lambda(value, row)), typeof(object));
        }
    }

    static IReadOnlyList<Limb> LimbsOf(ComparisonPlan plan, int column, Expression cells) => Limbs.Of(plan.Columns[column].Column, plan.Tree.Cell(cells, column));

    // Of digests the range is known, and of what has several numbers one is as wide as can be.
    static bool IsOneNumber(ComparisonPlan plan, int column) => LimbsOf(plan, column, Expression.Parameter(plan.Tree.Type)) is [var only] && (only.Range == NumberRange.All || only.Range == NumberRange.Narrow);
}
