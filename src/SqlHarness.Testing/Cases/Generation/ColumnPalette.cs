using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>The few values that a column takes in one case, so that they collide: one to four of its domain, and NULL as often as this case has it.</summary>
sealed class ColumnPalette
{
    readonly ColumnValues _values;
    readonly object[] _drawn;
    readonly int _nullPercent;

    public ColumnPalette(InputColumn column, ColumnValues values, int mostNulls, Draws draws)
    {
        _values = values;
        _drawn = values.IsEmpty ? [] : [.. Enumerable.Range(0, draws.Of([1, 2, 2, 3, 3, 4])).Select(_ => values.Draw(draws))];
        // Else a query of several conditions would seldom let a row through.
        if (_drawn.Length > 0 && values.Compared.Count > 0 && draws.Chance(35))
            _drawn[0] = draws.Of(values.Compared);
        if (_drawn.Length > 1 && values.Boundary.Count > 0 && draws.Chance(50))
            _drawn[1] = draws.Of(values.Boundary);
        _nullPercent = !column.IsNullable ? 0 : values.IsEmpty && !column.IsTime ? 100 : draws.Of([0, 0, 0, 12, 12, 12, 25, mostNulls]);
    }

    /// <summary>Whether the next value is NULL.</summary>
    public bool IsNull(Draws draws) => _nullPercent > 0 && draws.Chance(_nullPercent);

    /// <summary>The next value.</summary>
    /// <param name="few">How many of a hundred are of this case's few.</param>
    /// <param name="draws">The case's.</param>
    public object Draw(int few, Draws draws) => draws.Chance(few) ? draws.Of(_drawn) : _values.Draw(draws);
}
