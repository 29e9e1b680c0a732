using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Which totals are compared at which levels.</summary>
/// <param name="Levels">What divides, from the top, with the column of each.</param>
/// <param name="Measures">The totals, with the column of each; without one for a count of rows.</param>
sealed record TotalsPlan(IReadOnlyList<(TotalLevel Level, ComparedColumn Column)> Levels, IReadOnlyList<(TotalMeasure Measure, ComparedColumn? Column)> Measures)
{
    /// <exception cref="ComparisonException">A level or a measure names no column of both sides, cuts what is no time, or sums what is no number; the message names it.</exception>
    public static TotalsPlan Of(SchemaComparison schema, IReadOnlyList<TotalLevel> levels, IReadOnlyList<TotalMeasure> measures)
    {
        var known = schema.Columns.ToList();
        var cut = levels.Select(l => (l, ComparisonPlan.Find(known, l.Column, "a level"))).ToList();
        if (cut.FirstOrDefault(l => WrittenText.IsIn(l.Item2)) is { l: { } written } text)
            throw new ComparisonException($"Level {written} cannot be taken: {WrittenText.Said(text.Item2)}");
        if (cut.FirstOrDefault(l => l.l.Unit is not null && CommonForm.TypeOf(l.Item2) != typeof(DateTime?)) is { l: { } level } wrong)
            throw new ComparisonException($"Level {level} cuts times, but {level.Column} is {TypeText.Of(wrong.Item2.Left.Type)}.");
        return new(cut, [.. measures.Select(m => Measured(m, m.Column is null ? null : ComparisonPlan.Find(known, m.Column, "a measure")))]);
    }

    /// <summary>Whether a group's totals are those of the groups below added up, so that one query answers for all levels above its own.</summary>
    public bool AddUp => Measures.All(m => m.Measure.Aggregation != Aggregation.CountDistinct);

    static (TotalMeasure, ComparedColumn?) Measured(TotalMeasure measure, ComparedColumn? column)
    {
        if (column is null)
            return (measure with { Aggregation = Aggregation.Count }, null);
        var type = CommonForm.TypeOf(column);
        var isNumber = type == typeof(long?) || type == typeof(decimal?) || type == typeof(double?);
        if (WrittenText.IsIn(column) && measure.Aggregation is not (Aggregation.Count or Aggregation.NullCount))
            throw new ComparisonException($"The {measure} cannot be taken: {WrittenText.Said(column)}");
        if (measure.Aggregation == Aggregation.Sum && !isNumber)
            throw new ComparisonException($"The {measure} cannot be taken: {column.Name} is {TypeText.Of(column.Left.Type)}.");
        if (measure.Tolerance?.Unfit(measure.Aggregation is Aggregation.Sum or Aggregation.Minimum or Aggregation.Maximum ? type : typeof(long)) is { } kind)
            throw new ComparisonException($"The tolerance '{measure.Tolerance}' is for {kind}, which the {measure} is not.");
        return (measure.Aggregation == Aggregation.Sum && type == typeof(double?) && measure.Tolerance is null ? measure with { Tolerance = Tolerance.Rounding } : measure, column);
    }
}
