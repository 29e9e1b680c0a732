using System.Globalization;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>
/// Makes of a comparison what is shown of it: truth values and days as such, and tokens in place of what is masked. Every output is made of its answer, so that none can show what is masked.
/// Least and greatest values and sums of a masked column are values of it, or can be, and are masked; counts are not.
/// </summary>
sealed class Presented
{
    // Units of the calendar that begin at midnight.
    static readonly string[] Days = ["day of ", "month of ", "year of "];

    readonly TableComparison _comparison;
    readonly Mask _mask;
    readonly MaskedValues _values = new();

    Presented(TableComparison comparison, Mask mask) => (_comparison, _mask) = (comparison, mask);

    /// <summary>The comparison as it is shown.</summary>
    public static TableComparison Of(TableComparison comparison, Mask mask) => new Presented(comparison, mask).Of();

    TableComparison Of()
    {
        // In this order, so that a token is the same in each output; and the sentences last, when all masked values are known.
        var examples = Rows(_comparison.Examples);
        var explanations = _comparison.Explanations.Select(e => e with { CounterExamples = Rows(e.CounterExamples) }).ToList();
        var columns = _comparison.Columns.Select(c => c with { Examples = Rows(c.Examples) }).ToList();
        var totals = _comparison.Totals is { } t ? t with { All = Group(t, t.All) } : null;
        return _comparison with
        {
            Examples = examples, Columns = columns, Totals = totals,
            Explanations = [.. explanations.Select(e => e with { Sentence = Sentence(e.Sentence, e.Column) })],
            // What a rule says of a column is how far its values may differ; what it says of rows can name values.
            Hidden = [.. _comparison.Hidden.Select(h => h.Column is null && Tells(h.Rule) ? h with { Rule = "a rule that may say masked values" } : h)],
        };
    }

    List<DifferingRow> Rows(IReadOnlyList<DifferingRow> rows) => [.. rows.Select(row => row with { Left = Cells(row.Left), Right = Cells(row.Right) })];

    List<object?>? Cells(IReadOnlyList<object?>? cells) => cells is null ? null : [.. cells.Zip(_comparison.Columns, (cell, column) => Cell(cell, column.Column))];

    TotalGroup Group(TotalsComparison totals, TotalGroup group) => group with
    {
        Key = [.. group.Key.Select((cell, i) => LevelCell(cell, totals.Levels[i]))], Left = Totals(totals, group.Left), Right = Totals(totals, group.Right), Below = [.. group.Below.Select(b => Group(totals, b))],
    };

    List<object?>? Totals(TotalsComparison totals, IReadOnlyList<object?>? values) => values is null ? null : [.. values.Zip(totals.Measures, Total)];

    object? Total(object? value, TotalMeasure measure) =>
        measure.Column is not { } name || measure.Aggregation is Aggregation.Count or Aggregation.NullCount or Aggregation.CountDistinct ? value
        : Named(name) is { } column ? measure.Aggregation == Aggregation.Sum && !_mask.Hides(column) ? value : Cell(value, column)
        : _mask.Columns.Contains(name) ? _values.Of(value) : value;

    // A level is known by its words alone: a column, or a unit of one.
    object? LevelCell(object? cell, string level)
    {
        var column = Named(level) ?? _comparison.Columns.Select(c => c.Column).Where(c => IsOf(level, c.Left.Name) || IsOf(level, c.Right.Name)).MaxBy(c => c.Name.Length);
        if (column is not null && _mask.Hides(column) || _mask.Columns.Any(name => IsOf(level, name)))
            return _values.Of(cell);
        var isOfDays = Named(level) is null && Days.Any(unit => level.StartsWith(unit, StringComparison.Ordinal));
        return column is null ? cell : Value(cell, isOfDays ? ComparedAs.Date : column.As);
    }

    static bool IsOf(string level, string name) => level.Equals(name, StringComparison.OrdinalIgnoreCase) || level.EndsWith(" of " + name, StringComparison.OrdinalIgnoreCase);

    ComparedColumn? Named(string name) => _comparison.Columns.Select(c => c.Column).FirstOrDefault(c => c.Left.Name == name)
        ?? _comparison.Columns.Select(c => c.Column).FirstOrDefault(c => new[] { c.Left.Name, c.Right.Name }.Contains(name, StringComparer.OrdinalIgnoreCase));

    object? Cell(object? cell, ComparedColumn column) => _mask.Hides(column) ? _values.Of(cell) : Value(cell, column.As);

    static object? Value(object? cell, ComparedAs compared) => (compared, cell) switch
    {
        (ComparedAs.Truth, int or long or decimal) => Convert.ToDecimal(cell, CultureInfo.InvariantCulture) != 0,
        (ComparedAs.Date, DateTime { TimeOfDay.Ticks: 0 } day) => DateOnly.FromDateTime(day),
        _ => cell,
    };

    string Sentence(string sentence, string? column) =>
        column is not null && (_mask.Columns.Contains(column) || (Named(column) is { } named && _mask.Hides(named))) ? $"What the differences of {column} have in common is not shown: the column is masked."
        : Tells(sentence) ? "What differences have in common is not shown: it may say masked values." : sentence;

    bool Tells(string sentence) => _mask.Columns.Any(name => MaskedValues.IsIn(sentence, name)) || _values.AreIn(sentence);
}
