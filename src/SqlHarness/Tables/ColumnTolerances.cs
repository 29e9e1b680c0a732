namespace SqlHarness.Tables;

/// <summary>When two rows of the same columns are equal: cell by cell, each within its column's tolerance.</summary>
sealed class ColumnTolerances
{
    readonly Tolerance?[] _tolerances;
    readonly IReadOnlyList<RowColumn> _columns;

    ColumnTolerances(IReadOnlyList<RowColumn> columns, Tolerance?[] tolerances) => (_columns, _tolerances) = (columns, tolerances);

    /// <summary>Cells equal as they are.</summary>
    public static ColumnTolerances None { get; } = new([], []);

    /// <summary>Whether no column has one.</summary>
    public bool AreNone => _tolerances.Length == 0;

    /// <summary>Those stated for columns, by name.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds something else than the tolerance is for.</exception>
    public static ColumnTolerances Of(IReadOnlyList<RowColumn> columns, IReadOnlyDictionary<string, Tolerance> byName)
    {
        if (byName.Count == 0)
            return None;
        var tolerances = new Tolerance?[columns.Count];
        foreach (var (name, tolerance) in byName)
        {
            var column = RowColumns.IndexOf(columns, name, "to be tolerant in");
            if (tolerance.Unfit(columns[column].Type) is { } kind)
                throw new ArgumentException($"Column {name} holds {TypeText.Of(columns[column].Type)}, but the tolerance '{tolerance}' is for {kind}.", nameof(byName));
            tolerances[column] = tolerance;
        }

        return new(columns, tolerances);
    }

    /// <summary>Whether two cells of a column are equal.</summary>
    public bool AreEqual(int column, object? expected, object? actual) =>
        !AreNone && _tolerances[column] is { } tolerance ? tolerance.AreEqual(expected, actual) : RowEquality.CellsEqual(expected, actual);

    /// <summary>Whether two cells that a tolerance makes equal differ all the same.</summary>
    public bool Hides(int column, object? expected, object? actual) => !AreNone && _tolerances[column]?.Hides(expected, actual) == true;

    /// <summary>Whether two rows are equal.</summary>
    public bool AreEqual(IReadOnlyList<object?> expected, IReadOnlyList<object?> actual)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (!AreEqual(i, expected[i], actual[i]))
                return false;
        }

        return true;
    }

    /// <summary>What counts of a cell for columns whose tolerance is transitive; the cell itself elsewhere.</summary>
    public object? Form(int column, object? value) => !AreNone && _tolerances[column] is { IsNear: null } tolerance ? tolerance.Form(value) : value;

    /// <summary>What equal rows have in common for certain: the forms of all cells but those whose tolerance is not transitive.</summary>
    public IReadOnlyList<object?> Class(IReadOnlyList<object?> row) => [.. row.Select((cell, i) => IsNear(i) ? null : Form(i, cell))];

    /// <summary>Whether some tolerance is not transitive, so that rows of one class may differ.</summary>
    public bool HasNear => _tolerances.Any(t => t?.IsNear is not null);

    /// <summary>The columns with what they forgive: <c>Amount within 0.01</c>.</summary>
    public override string ToString() => string.Join("; ", _columns.Zip(_tolerances).Where(c => c.Second is not null).Select(c => $"{c.First.Name} {c.Second}"));

    bool IsNear(int column) => !AreNone && _tolerances[column]?.IsNear is not null;
}
