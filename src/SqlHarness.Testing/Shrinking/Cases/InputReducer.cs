using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>
/// Makes cases of any tables smaller: fewer rows first, then fewer different values and times, then simpler ones. Every candidate keeps what the mapping,
/// keys, foreign keys and the user's rules ask for.
/// </summary>
sealed class InputReducer : ICaseReducer<InputCase>
{
    readonly InputTables _tables;
    readonly FewerRows _rows;
    readonly FewerValues _values;
    readonly NearerTimes _times;

    /// <param name="tables">The tables that the case is of.</param>
    /// <param name="constants">The query's constants, towards which values and the time between times move.</param>
    public InputReducer(InputTables tables, IReadOnlyList<CaseConstant> constants)
    {
        var domains = ValueDomains.Of(tables, constants);
        (_tables, _rows, _values, _times) = (tables, new(tables, domains), new(tables, domains), new(domains, constants));
    }

    /// <inheritdoc/>
    public IEnumerable<InputCase> Candidates(InputCase rows)
    {
        var cells = _tables.Cells(rows);
        var (size, seen) = (Size(cells), new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer));
        return _rows.Candidates(cells).Concat(_values.Candidates(cells)).Concat(_times.Candidates(cells))
            .Where(c => CaseSize.Comparer.Compare(Size(c), size) < 0 && seen.Add(Flat(c)) && _tables.Validity.Holds(c)).Select(_tables.Rows);
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Size(InputCase rows) => Size(_tables.Cells(rows));

    List<long> Size(CellCase cells)
    {
        List<long> values = [.. _values.Size(cells)], times = [.. _times.Size(cells)];
        return [cells.Rows, values[0], times[0], times[1], values[1], times[2], values[2]];
    }

    // With the sizes of the tables, so that no row can belong to two of them.
    static IReadOnlyList<object?> Flat(CellCase cells) => [.. cells.Tables.SelectMany(t => t.SelectMany(r => r).Prepend(t.Count))];
}
