namespace SqlHarness.Tables;

/// <summary>A difference as an aligned table: expected above actual, differing cells in brackets, everything else bare, also what differs within its tolerance.</summary>
public static class DifferenceText
{
    static readonly Type[] Numbers = [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(decimal), typeof(double), typeof(float)];

    /// <summary>The table; rows that are equal stand below those that differ, and a last line says what was tolerated.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="mostRows">How many differing rows, and how many equal ones, are shown at most; the last line says how many are not.</param>
    /// <param name="hidden">Columns that are not shown.</param>
    public static string Of(BagDifference difference, int mostRows = 20, params IReadOnlyList<string> hidden)
    {
        var shown = Enumerable.Range(0, difference.Columns.Count).Where(i => !hidden.Contains(difference.Columns[i].Name)).ToArray();
        List<(string Label, IReadOnlyList<object?> Cells, Func<int, bool> IsMarked)> lines = [];
        foreach (var row in difference.Rows.Take(mostRows))
        {
            if (row.Expected is not null)
                lines.Add((row.Actual is null ? "missing" : "expected", row.Expected, row.Differs));
            if (row.Actual is not null)
                lines.Add((row.Expected is null ? "extra" : "actual", row.Actual, row.Differs));
        }

        lines.AddRange(difference.EqualRows.Take(mostRows).Select(r => ("equal", r, (Func<int, bool>)(_ => false))));
        var columns = shown.Select(i => CellText.OfColumn([.. lines.Select(l => l.Cells[i])])).ToArray();
        var cells = lines.Select((l, n) => (IReadOnlyList<string>)[l.Label, .. shown.Select((i, c) => l.IsMarked(i) ? $"[{columns[c][n]}]" : columns[c][n])]).ToList();
        var table = TextTable.Of(["", .. shown.Select(i => difference.Columns[i].Name)], cells, [false, .. shown.Select(i => IsNumber(difference.Columns[i].Type))]);
        return table + Unshown(difference.Rows.Count - mostRows, "differing") + Unshown(difference.EqualRows.Count - mostRows, "equal") + Tolerances(difference);
    }

    /// <summary>Whether values of a type are numbers, which tables align to the right.</summary>
    public static bool IsNumber(Type type) => Array.IndexOf(Numbers, Nullable.GetUnderlyingType(type) ?? type) >= 0;

    static string Tolerances(BagDifference difference) => difference.Tolerances.AreNone ? ""
        : $"\n  tolerated: {difference.Tolerances}; equal rows that need it: {difference.RowsEqualByTolerance}";

    static string Unshown(int rows, string kind) => rows > 0 ? $"\n  ... and {rows} more {kind} rows" : "";
}
