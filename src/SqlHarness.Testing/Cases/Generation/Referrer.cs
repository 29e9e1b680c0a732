using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Sets a row's references: to a parent that the row before refers to, to any other, or to none where the columns take NULL.</summary>
sealed class Referrer(GenerationPlan plan, int table, IReadOnlyList<List<object?[]>?> made, ColumnPalette[] palettes, Draws draws)
{
    readonly IReadOnlyList<InputColumn> _columns = plan.Input.Tables[table].Columns;
    readonly IReadOnlyList<Func<Draws, object?>?> _stated = plan.Input.Rules.Columns[table];

    /// <summary>Sets a reference; false where there is nothing to refer to.</summary>
    public bool Refer(ForeignKey key, RowDraft row, List<object?[]> rows)
    {
        List<object?[]> candidates = [.. (key.Parent == table ? rows : made[key.Parent]!).Where(p => key.Referred(p) is not null)];
        if (key.ChildColumns.All(c => row.IsSet[c] || _stated[c] is not null))
        {
            if (ReferAsStated(key, row, candidates))
                return true;
            // A user's own row keeps everything but a reference to nothing.
            if (plan.Input.Rules.Rows[table] is null)
                return false;
            foreach (var c in key.ChildColumns)
                row.IsSet[c] = false;
        }

        var fitting = candidates.FindAll(p => Fits(key, row, p));
        var isNull = IsNull(key, row, fitting.Count);
        if (!isNull && fitting.Count == 0 && key.Parent == table && key.ParentColumns.All(c => row.IsSet[c]))
            fitting = [row.Cells];
        if (!isNull && fitting.Count == 0)
            return false;
        var parent = isNull ? null : Parent(key, row, fitting);
        for (var i = 0; i < key.ChildColumns.Count; i++)
        {
            var c = key.ChildColumns[i];
            if (!row.IsSet[c] && (parent is not null || _columns[c].IsNullable))
                (row.Cells[c], row.IsSet[c]) = (parent?[key.ParentColumns[i]], true);
        }

        if (parent is not null)
            row.Parents.Add(parent);
        return true;
    }

    // All columns have values of their own, or the user's: they refer to something, or to nothing.
    bool ReferAsStated(ForeignKey key, RowDraft row, List<object?[]> candidates)
    {
        foreach (var c in key.ChildColumns.Where(c => !row.IsSet[c]))
            (row.Cells[c], row.IsSet[c]) = (_stated[c]!(draws), true);
        if (key.Reference(row.Cells) is not { } reference)
            return true;
        if (candidates.Find(p => key.Referred(p)!.SequenceEqual(reference)) is not { } parent)
            return false;
        row.Parents.Add(parent);
        return true;
    }

    bool IsNull(ForeignKey key, RowDraft row, int fitting)
    {
        var nullable = key.ChildColumns.Where(c => !row.IsSet[c] && _columns[c].IsNullable).ToList();
        return nullable.Count > 0
            && (fitting == 0 || (row.IsTwin ? key.Reference(row.Earlier!) is null : nullable.Exists(c => palettes[c].IsNull(draws))));
    }

    // Often the earlier row's, so that a parent has several children.
    object?[] Parent(ForeignKey key, RowDraft row, List<object?[]> fitting)
    {
        var same = row.Earlier is not null && key.Reference(row.Earlier) is { } reference && (row.IsTwin || draws.Chance(50))
            ? fitting.Find(p => key.Referred(p)!.SequenceEqual(reference)) : null;
        return same ?? draws.Of(fitting);
    }

    static bool Fits(ForeignKey key, RowDraft row, object?[] parent)
    {
        for (var i = 0; i < key.ChildColumns.Count; i++)
        {
            if (row.IsSet[key.ChildColumns[i]] && !Equals(row.Cells[key.ChildColumns[i]], parent[key.ParentColumns[i]]))
                return false;
        }

        return true;
    }
}
