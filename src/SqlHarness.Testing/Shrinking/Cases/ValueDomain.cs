using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>
/// Columns that change together, because foreign keys link them; most columns are alone. A value is replaced in all of them at once, so that references
/// follow their keys.
/// </summary>
sealed class ValueDomain
{
    // As many rows of one parent as a case is likely to need.
    const int MostNumbered = 6;

    public ValueDomain(IReadOnlyList<(int Table, int Column)> columns, InputTables tables, IReadOnlyList<CaseConstant> constants)
    {
        Columns = columns;
        var first = columns[0];
        Column = tables.Tables[first.Table].Columns[first.Column];
        IsLinked = columns.Count > 1;
        // What the user generates may mean more than its type says.
        IsOwn = columns.Any(c => tables.Rules.Columns[c.Table][c.Column] is not null);
        IsFrozen = columns.Any(c => tables.Rules.Rows[c.Table] is not null);
        IsNumbered = !IsOwn && !Column.IsConverted && KeyPool.Plain(Column, 1) is not null
            && columns.Any(c => tables.Validity.Uniques(c.Table).Any(u => u is [var only] && only == c.Column));
        Simplest = IsOwn || Column.IsTime || IsLinked || IsNumbered ? [] : Targets(tables.Tables[first.Table], constants);
    }

    public IReadOnlyList<(int Table, int Column)> Columns { get; }

    /// <summary>The column, or the first of several.</summary>
    public InputColumn Column { get; }

    /// <summary>Whether foreign keys link several columns.</summary>
    public bool IsLinked { get; }

    /// <summary>Whether only values that the case has may be tried.</summary>
    public bool IsOwn { get; }

    /// <summary>Whether the user generates whole rows, so that no value is replaced.</summary>
    public bool IsFrozen { get; }

    /// <summary>Whether its values identify rows, and may therefore be renumbered.</summary>
    public bool IsNumbered { get; }

    /// <summary>The values towards which the column's values move, the simplest first: NULL, nothing, the query's constants and their neighbours.</summary>
    public IReadOnlyList<object?> Simplest { get; }

    /// <summary>How simple a value is: its place among the simplest, else further the longer its text.</summary>
    public long Rank(object? value)
    {
        if (IsOwn || Column.IsTime || IsLinked || IsNumbered)
            return value is null ? 0 : 1;
        for (var i = 0; i < Simplest.Count; i++)
        {
            if (Equals(Simplest[i], value))
                return i;
        }

        return Simplest.Count + FormattableString.Invariant($"{value}").Length;
    }

    /// <summary>All values in a case, but NULL.</summary>
    public IEnumerable<object> Values(CellCase cells) => Columns.SelectMany(c => cells.Tables[c.Table].Select(r => r[c.Column])).OfType<object>();

    /// <summary>The case with each value replaced, in all columns.</summary>
    public CellCase Replaced(CellCase cells, Func<object, object?> by) => Columns.Aggregate(cells, (all, place) =>
        all.With(place.Table, [.. all.Tables[place.Table].Select(r => r[place.Column] is { } value && by(value) is var other && !Equals(value, other) ? CellChanges.With(r, place.Column, other) : r)]));

    IReadOnlyList<object?> Targets(InputTable table, IReadOnlyList<CaseConstant> constants)
    {
        var values = ColumnValues.Of(table, Column, constants);
        IEnumerable<object?> plain = Type.GetTypeCode(Column.Type) switch
        {
            _ when Column.Type.IsEnum => values.Common,
            TypeCode.String => values.Common.Prepend(""),
            TypeCode.Boolean => values.Common,
            // A part of a key counts from 1, as the keys that are numbered do.
            _ when Column.IsKey => Enumerable.Range(1, MostNumbered).Select(i => KeyPool.Plain(Column, i)).OfType<object>(),
            _ when ColumnUnit.Number(Column, 0) is { } zero && ColumnUnit.Number(Column, 1) is { } one => [zero, one],
            _ => values.Common,
        };
        IEnumerable<object?> none = Column.IsNullable ? [null] : [];
        return [.. none.Concat(plain).Concat(values.Constants).Concat(values.Boundary).Concat(values.Elsewhere).Distinct()];
    }
}
