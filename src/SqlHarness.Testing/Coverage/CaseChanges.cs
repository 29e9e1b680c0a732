using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Coverage;

/// <summary>Changes cases by little: rows of two cases together, a cell moved to another value, a row doubled, dropped, a table emptied.</summary>
sealed class CaseChanges(InputTables tables, IReadOnlyList<CaseConstant> constants)
{
    const int MostRows = 12;
    const int MostChanges = 3;
    const int Attempts = 6;

    readonly IReadOnlyList<IReadOnlyList<ColumnValues>> _values = [.. tables.Tables
        .Select(t => (IReadOnlyList<ColumnValues>)[.. t.Columns.Select(c => ColumnValues.Of(t, c, constants))])];
    readonly IReadOnlyList<long> _intervals = [.. constants.Select(c => c.Value).OfType<TimeSpan>().Select(s => s.Ticks).Distinct(), 0L];

    /// <summary>A valid case that differs from a given one; null when none was found.</summary>
    /// <param name="cells">The case.</param>
    /// <param name="other">Gives another case to take rows from.</param>
    /// <param name="draws">The choices.</param>
    public CellCase? Of(CellCase cells, Func<CellCase> other, Draws draws)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var changed = cells;
            for (var i = 1 + draws.Below(MostChanges); i > 0; i--)
                changed = Changed(changed, other, draws);
            changed = tables.Validity.WithoutDangling(WithUniqueKeys(changed));
            if (tables.Validity.Holds(changed))
                return changed;
        }

        return null;
    }

    CellCase Changed(CellCase cells, Func<CellCase> other, Draws draws)
    {
        var table = draws.Below(cells.Tables.Count);
        var rows = cells.Tables[table];
        return draws.Below(10) switch
        {
            0 => new([.. cells.Tables.Zip(other().Tables, (a, b) => (IReadOnlyList<object?[]>)[.. a.Concat(b).Take(MostRows)])]),
            1 => cells.With(table, [.. rows.Concat(other().Tables[table]).Take(MostRows)]),
            2 => cells.With(table, draws.Chance(30) ? [] : [.. rows.Skip(1)]),
            3 or 4 when rows.Count is > 0 and < MostRows => cells.With(table, [.. rows, MovedCell(draws.Of(rows), cells, table, draws)]),
            5 when rows.Count is > 0 and < MostRows => cells.With(table, [.. rows, [.. draws.Of(rows)]]),
            6 when rows.Count > 0 => Renamed(cells, table, draws),
            _ when rows.Count > 0 && draws.Below(rows.Count) is var place =>
                cells.With(table, [.. rows.Select((r, i) => i == place ? MovedCell(r, cells, table, draws) : r)]),
            _ => cells,
        };
    }

    /// <summary>
    /// Gives a value of a column another name, wherever it stands in this column or in one that refers to it; where the name is taken, they change
    /// places. So keys move with what refers to them.
    /// </summary>
    CellCase Renamed(CellCase cells, int table, Draws draws)
    {
        var (row, column) = (draws.Of(cells.Tables[table]), draws.Below(tables.Tables[table].Columns.Count));
        if (tables.Rules.Rows[table] is not null || row[column] is not { } old || Value(old, cells, table, column, draws) is not { } name)
            return cells;
        List<(int Table, int Column)> places = [(table, column), .. tables.ForeignKeys.Where(k => k.Parent == table)
            .SelectMany(k => k.ChildColumns.Zip(k.ParentColumns).Where(c => c.Second == column).Select(c => (k.Child, c.First)))];
        if (places.Exists(p => p != (table, column) && (tables.Rules.Columns[p.Table][p.Column] is not null
            || tables.Rules.Rows[p.Table] is not null)))
            return cells;
        return new([.. cells.Tables.Select((rows, t) => (IReadOnlyList<object?[]>)[.. rows.Select(r => (object?[])[.. r.Select((v, c) =>
            !places.Contains((t, c)) ? v : Equals(v, old) ? name : Equals(v, name) ? old : v)])])]);
    }

    // A user's own rows stay as the user makes them: another one takes the place.
    object?[] MovedCell(object?[] row, CellCase cells, int table, Draws draws)
    {
        if (tables.Rules.Rows[table] is { } own)
            return tables.Tables[table].Cells(own(draws));
        object?[] moved = [.. row];
        var column = draws.Below(row.Length);
        moved[column] = Value(row[column], cells, table, column, draws);
        return moved;
    }

    object? Value(object? value, CellCase cells, int table, int column, Draws draws)
    {
        var (described, values) = (tables.Tables[table].Columns[column], _values[table][column]);
        if (tables.Rules.Columns[table][column] is { } stated)
            return stated(draws);
        if (described.IsNullable && draws.Chance(15))
            return null;
        // What stands elsewhere in the case, since columns are compared with each other; or one unit beside it.
        var others = cells.Tables.SelectMany(t => t).SelectMany(r => r).Where(v => v is not null && v.GetType() == described.Type).ToList();
        if (draws.Chance(40) || values.IsEmpty)
            value = others.Count > 0 ? draws.Of(others) : value;
        else
            value = values.Draw(draws);
        return value switch
        {
            DateTime time =>
                ColumnUnit.Moved(time, draws.Of([-1, 0, 1]) * draws.Of(_intervals) + draws.Of([-1, 0, 0, 1]) * TimeSpan.TicksPerMicrosecond) ?? value,
            null => null,
            string text => ColumnUnit.Fits(described, text) ? text : null,
            _ => ColumnUnit.Stepped(described, value, draws.Of([-1, 0, 0, 0, 1])) ?? value,
        };
    }

    /// <summary>Rows whose key is taken get the next free number; where a key has none, they are dropped.</summary>
    CellCase WithUniqueKeys(CellCase cells)
    {
        for (var table = 0; table < cells.Tables.Count; table++)
        {
            foreach (var unique in tables.Validity.Uniques(table))
                cells = cells.With(table, Unique(cells.Tables[table], table, unique));
        }

        return cells;
    }

    List<object?[]> Unique(IReadOnlyList<object?[]> rows, int table, IReadOnlyList<int> columns)
    {
        var seen = new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer);
        List<object?[]> kept = [];
        foreach (var row in rows)
        {
            object?[]? fresh = row;
            for (var step = 0; fresh is not null && !seen.Add(CaseValidity.KeyOf(fresh, columns)); step++)
                fresh = step < MostRows * 2 && tables.Rules.Columns[table][columns[^1]] is null
                    ? Next(fresh, tables.Tables[table].Columns, columns[^1]) : null;
            if (fresh is not null)
                kept.Add(fresh);
        }

        return kept;
    }

    static object?[]? Next(object?[] row, IReadOnlyList<InputColumn> columns, int column)
    {
        if (row[column] is not { } key || ColumnUnit.Stepped(columns[column], key, 1) is not { } next)
            return null;
        object?[] changed = [.. row];
        changed[column] = next;
        return changed;
    }
}
