using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>Changes of single cells.</summary>
static class CellChanges
{
    /// <summary>A row with another value in one place.</summary>
    public static object?[] With(object?[] row, int column, object? value)
    {
        object?[] changed = [.. row];
        changed[column] = value;
        return changed;
    }

    /// <summary>A column changed in all rows, and then in each row alone; nothing where there is nothing to change.</summary>
    public static IEnumerable<CellCase> EachAndAll(CellCase cells, (int Table, int Column) place, Func<object?, object?> by)
    {
        var rows = cells.Tables[place.Table];
        List<object?[]> changed = [.. rows.Select(r => by(r[place.Column]) is var value && Equals(value, r[place.Column]) ? r : With(r, place.Column, value))];
        if (changed.SequenceEqual(rows))
            yield break;
        yield return cells.With(place.Table, changed);
        for (var i = 0; i < rows.Count && rows.Count > 1; i++)
        {
            if (changed[i] != rows[i])
                yield return cells.With(place.Table, [.. rows.Select((r, j) => i == j ? changed[i] : r)]);
        }
    }
}
