namespace SqlHarness.Comparisons;

/// <summary>
/// Added or removed rows that are all later than the other rows that differ, or all earlier. Rows that are equal are not looked at: the sentence is about those that differ. It is said only where
/// rows in an order of chance would stand so less than once in a hundred times.
/// </summary>
sealed class TailRule : RowRule
{
    const double LeastOrders = 100;

    static readonly (RowChange Change, bool IsLater)[] Kinds = [(RowChange.Removed, true), (RowChange.Removed, false), (RowChange.Added, true), (RowChange.Added, false)];

    public override bool SaysWhere => true;

    public override IEnumerable<Explanation> Of(LookedRows looked) => looked.Places.Where(i => looked.Columns[i].Column.As is ComparedAs.Time or ComparedAs.Date)
        .SelectMany(place => Kinds.Select(kind => Of(looked, place, kind.Change, kind.IsLater)))
        .OfType<Explanation>().OrderByDescending(e => e.Covered).Take(1);

    static Explanation? Of(LookedRows looked, int place, RowChange change, bool isLater)
    {
        var rows = looked.Of(change);
        if (rows.Count < Coverage.Least(rows.Count) || rows.Count == looked.Rows.Count)
            return null;
        var others = looked.Rows.Where(r => r.Change != change).ToList();
        var times = others.SelectMany(r => new[] { r.Left?[place], r.Right?[place] }).OfType<DateTime>().ToList();
        if (times.Count == 0)
            return null;
        var end = isLater ? times.Max() : times.Min();
        bool IsBeyond(DifferingRow row) => row.Cells[place] is DateTime time && (isLater ? time > end : time < end);
        var least = Coverage.Least(rows.Count);
        var covered = Coverage.Count(rows, IsBeyond, least);
        if (covered < least || Orders(covered, others.Count) < LeastOrders)
            return null;
        var beyond = rows.Where(IsBeyond).Select(r => (DateTime)r.Cells[place]!);
        var column = looked.Columns[place];
        var bound = Said.Value(column.Column.As, isLater ? beyond.Min() : beyond.Max());
        return new($"{Said.Beginning(covered, rows.Count, LookedRows.Said(change))} {(covered == 1 ? "is" : "are")} {(isLater ? $"from {bound} on" : $"up to {bound}")} by {column.Name}; the others that differ are {(isLater ? "before" : "after")}.",
            null, covered, rows.Count, Coverage.CounterExamples(rows.Where(r => !IsBeyond(r))));
    }

    // In how many ways so many rows and so many others can be mixed, up to enough.
    static double Orders(int rows, int others)
    {
        var orders = 1.0;
        for (var i = 1; i <= Math.Min(rows, others) && orders < LeastOrders; i++)
            orders = orders * (Math.Max(rows, others) + i) / i;
        return orders;
    }
}
