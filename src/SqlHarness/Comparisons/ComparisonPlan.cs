using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>What is compared with what: the columns in their common forms, and those that make the key.</summary>
sealed class ComparisonPlan
{
    ComparisonPlan(IReadOnlyList<PlannedColumn> columns, IReadOnlyList<int> key, ColumnTolerances tolerances) =>
        (Columns, Key, Tolerances, Tree) = (columns, key, tolerances, new CellTree([.. columns.Select(c => c.Type)]));

    public IReadOnlyList<PlannedColumn> Columns { get; }

    /// <summary>The places of the key's columns; none where rows are compared as one bag.</summary>
    public IReadOnlyList<int> Key { get; }

    public ColumnTolerances Tolerances { get; }

    /// <summary>How many of a thousand keys are compared.</summary>
    public int SampledPerMille { get; private init; } = 1000;

    public CellTree Tree { get; }

    /// <summary>The same without the columns that make no row differ.</summary>
    public ComparisonPlan WithoutIgnored => Of([.. Columns.Where(c => !c.IsIgnored)], Key).Sampled(SampledPerMille);

    /// <exception cref="UnknownColumnException">A key or a tolerance names no column.</exception>
    /// <exception cref="ComparisonException">A key is ignored, or a tolerance is for other values than its column has; the message names it.</exception>
    public static ComparisonPlan Of(SchemaComparison schema, IReadOnlyList<string> key, IReadOnlyDictionary<string, Tolerance> tolerances)
    {
        var known = schema.Columns.Concat(schema.IgnoredPairs).ToList();
        var stated = tolerances.ToDictionary(t => Find(known, t.Key, "a tolerance"), t => t.Value);
        PlannedColumn[] columns =
        [
            .. schema.Columns.Select(c => new PlannedColumn(c, stated.GetValueOrDefault(c), false)),
            .. schema.IgnoredPairs.Select(c => new PlannedColumn(c, stated.GetValueOrDefault(c), true)),
        ];
        if (Array.Find(columns, c => c.UnfitTolerance is not null) is { } unfit)
            throw new ComparisonException($"The tolerance '{unfit.Tolerance}' of column {unfit.Name} is for {unfit.UnfitTolerance}, but the column is compared as {TypeText.Of(unfit.Type)}.");
        var places = key.Select(name => Array.FindIndex(columns, c => c.Column == Find(known, name, "the key"))).ToList();
        if (places.Exists(p => columns[p].IsIgnored))
            throw new ComparisonException($"Column {columns[places.Find(p => columns[p].IsIgnored)].Name} is of the key and is to be ignored.");
        if (places.Select(p => columns[p]).FirstOrDefault(c => WrittenText.IsIn(c.Column)) is { } written)
            throw new ComparisonException($"Column {written.Name} is of the key, and is text on one side and {TypeText.Of(WrittenText.TypeOf(written.Column))} on the other; cast it in a query, or use another key.");
        if (places.Select(p => columns[p]).FirstOrDefault(c => c.Tolerance is { IsNear: not null }) is { } near)
            throw new ComparisonException($"Column {near.Name} is of the key, and '{near.Tolerance}' does not say which of its values are one: use decimals or a time precision, or another key.");
        return Of(columns, [.. places.Distinct()]);
    }

    /// <summary>The same for a sample of the keys.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 1,000.</exception>
    public ComparisonPlan Sampled(int perMille)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perMille, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perMille, 1000);
        return new(Columns, Key, Tolerances) { SampledPerMille = perMille };
    }

    static ComparisonPlan Of(IReadOnlyList<PlannedColumn> columns, IReadOnlyList<int> key)
    {
        var rowColumns = columns.Select((c, i) => new RowColumn(c.Name, c.Type, row => ((IReadOnlyList<object?>)row!)[i])).ToList();
        return new(columns, key, ColumnTolerances.Of(rowColumns, columns.Where(c => c.Rule is not null).ToDictionary(c => c.Name, c => c.Rule!)));
    }

    /// <exception cref="ComparisonException">There is no such column on both sides; the message suggests the nearest.</exception>
    public static ComparedColumn Find(List<ComparedColumn> known, string name, string purpose) =>
        known.Find(c => c.Left.Name == name || c.Right.Name == name) ?? known.Find(c => new[] { c.Left.Name, c.Right.Name }.Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? throw new ComparisonException($"There is no column {name} for {purpose} on both sides{(NearestName.Of(name, known.Select(c => c.Name)) is { } nearest ? $"; did you mean {nearest}?" : $"; there are {string.Join(", ", known.Select(c => c.Name))}.")}");
}
