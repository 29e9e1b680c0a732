using System.Globalization;
using SqlHarness.Comparisons;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Repairs;

/// <summary>The rows of a table as statements with literals speak of them.</summary>
/// <param name="dialect">The table's dialect.</param>
/// <param name="right">The table.</param>
/// <param name="columns">Its columns, in the order of the rows' cells.</param>
/// <param name="key">The places of the key's columns.</param>
/// <param name="isUnique">Whether the key tells rows apart.</param>
sealed class RepairedRows(Dialect dialect, string right, IReadOnlyList<ComparedColumn> columns, IReadOnlyList<int> key, bool isUnique)
{
    public Dialect Dialect => dialect;

    public bool IsUnique => isUnique;

    public string Right { get; } = dialect.Table(right.Split('.'));

    /// <summary>The columns, as INSERT lists them.</summary>
    public string Columns { get; } = string.Join(", ", columns.Select(c => dialect.Identifier(c.Right.Name)));

    /// <summary>The values of a left row, as INSERT lists them.</summary>
    public string Values(DifferingRow row) => $"({string.Join(", ", columns.Select((_, i) => Literal(i, row.Left![i])))})";

    /// <summary>What UPDATE sets: the cells that differ.</summary>
    public string Sets(DifferingRow row) => string.Join(", ", Enumerable.Range(0, columns.Count).Where(i => row.Differs[i]).Select(i => $"{dialect.Identifier(columns[i].Right.Name)} = {Literal(i, row.Left![i])}"));

    /// <summary>Which right row it is: that of its key, or all that are equal to it.</summary>
    public string Where(DifferingRow row, bool byKey) => string.Join(" AND ", (byKey ? key : Enumerable.Range(0, columns.Count)).Select(i => Same(i, row.Right![i])));

    string Same(int place, object? cell)
    {
        var name = dialect.Identifier(columns[place].Right.Name);
        if (cell is null)
            return $"{name} IS NULL";
        return columns[place].Right.Type == typeof(string) ? string.Format(CultureInfo.InvariantCulture, dialect.TextEquality, name) + " = " + Literal(place, cell) : $"{name} = {Literal(place, cell)}";
    }

    string Literal(int place, object? cell) => CellLiteral.Of(dialect, columns[place].Right, cell);
}
