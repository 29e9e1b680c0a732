using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Draws the cells of a row that are neither keys nor references: shared with the row before, beside another value, or of the column's few.</summary>
sealed class CellMaker(GenerationPlan plan, int table, ColumnPalette[] palettes, Following following, Draws draws)
{
    // Of what parts of a key are drawn when smaller numbers collided too often.
    const int WideRange = 30;

    // How many of a hundred values a column that varies shares with the row before.
    const int Varying = 25;

    readonly IReadOnlyList<InputColumn> _columns = plan.Input.Tables[table].Columns;
    readonly HashSet<int> _keys = [.. plan.Input.Validity.Uniques(table).SelectMany(u => u)];

    // Some columns group the rows of a case, and others vary within the groups: which ones differs from case to case.
    readonly bool[] _varies = [.. plan.Input.Tables[table].Columns.Select((_, i) => draws.Chance(plan.Roles.Varies(plan.ColumnOf(table, i))))];
    readonly TimeMaker _times = new(plan, table, draws);

    /// <summary>A time.</summary>
    public object? Time(int c, RowDraft draft, List<object?[]> rows, bool isWide) => draft.IsTwin && !isWide ? draft.Earlier![c]
        : palettes[c].IsNull(draws) ? null : _times.Draw(c, draft, rows);

    /// <summary>Any other value.</summary>
    public object? Value(int c, RowDraft draft, bool isWide)
    {
        var isKey = _keys.Contains(c);
        if (isWide && isKey && KeyPool.Plain(_columns[c], 1 + draws.Below(WideRange)) is { } wide)
            return wide;
        if (draft.Earlier is { } earlier && (draft.IsTwin && !isKey || draws.Chance(_varies[c] ? Varying : following.Shares)))
            return earlier[c];
        if (palettes[c].IsNull(draws))
            return null;
        return draws.Chance(draft.Stranger is null ? 8 : 45) && Beside(c, draft) is { } beside ? beside : palettes[c].Draw(_varies[c] ? 30 : 88, draws);
    }

    // A value that another column of the row, of what it refers to or of another table holds, or one unit away: columns are compared with each other too.
    object? Beside(int c, RowDraft draft)
    {
        var type = _columns[c].Type;
        var others = draft.Cells.Where((_, i) => !_columns[i].IsKey).Concat(draft.RelatedCells).Where(v => v?.GetType() == type).ToList();
        if (others.Count == 0)
            return null;
        var other = draws.Of(others)!;
        return other switch
        {
            string text => ColumnUnit.Fits(_columns[c], text) ? text : null,
            decimal number => ColumnUnit.Number(_columns[c], number) is { } fitting ? ColumnUnit.Stepped(_columns[c], fitting, draws.Of([-1, 0, 0, 1])) : null,
            _ => ColumnUnit.Stepped(_columns[c], other, draws.Of([-1, 0, 0, 1])),
        };
    }
}
