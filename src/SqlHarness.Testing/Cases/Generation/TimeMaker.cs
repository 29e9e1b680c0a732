namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Draws the times of a table's rows: around the query's own instants, or a step away from a time that the case has, be it of the row, of the row before, of what it refers to, or of another table.</summary>
sealed class TimeMaker(GenerationPlan plan, int table, Draws draws)
{
    public object Draw(int column, RowDraft draft, List<object?[]> rows)
    {
        var values = plan.Values(table, column);
        if (values.Boundary.Count > 0 && draws.Chance(35))
            return Around(values.Boundary);
        if (values.Elsewhere.Count > 0 && draws.Chance(15))
            return Around(values.Elsewhere);
        // A range's end is drawn from its begin, what happens to a parent from when the parent happened; seldom backwards, which is what bad data looks like.
        if (draws.Chance(50) && Times(draft.Cells.Where((_, i) => draft.IsSet[i])) is { Count: > 0 } own)
            return plan.Steps.From(draws.Of(own), draws.Chance(12), draws);
        if (draws.Chance(55) && Times(draft.Parents.SelectMany(p => p)) is { Count: > 0 } theirs)
            return plan.Steps.From(draws.Of(theirs), draws.Chance(15), draws);
        if (draft.Stranger is { } stranger && draws.Chance(50) && Times(stranger) is { Count: > 0 } other)
            return plan.Steps.From(draws.Of(other), draws.Chance(30), draws);
        if (draft.Earlier?[column] is DateTime before && draws.Chance(90))
            return plan.Steps.From(before, draws.Chance(6), draws);
        if (draws.Chance(60) && Times(rows.SelectMany(r => r)) is { Count: > 0 } all)
            return plan.Steps.From(draws.Of(all), draws.Chance(30), draws);
        return values.Constants.Count > 0 && draws.Chance(50) ? draws.Of(values.Constants) : TimeSteps.Start(draws);
    }

    // Beside the microsecond, a second and a day away: what truncated times are compared with has such units.
    object Around(IReadOnlyList<object> boundary)
    {
        var value = draws.Of(boundary);
        return draws.Chance(25) && ColumnUnit.Moved((DateTime)value, draws.Of([-1L, 1L]) * draws.Of([TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay])) is { } moved ? moved : value;
    }

    static List<DateTime> Times(IEnumerable<object?> cells) => [.. cells.OfType<DateTime>()];
}
