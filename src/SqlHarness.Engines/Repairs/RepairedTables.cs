using System.Globalization;
using SqlHarness.Comparisons;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Repairs;

/// <summary>Two tables of one database as statements speak of them: the left one is <c>l</c>, the right one <c>r</c>.</summary>
/// <param name="dialect">Their dialect.</param>
/// <param name="left">The table as it should be.</param>
/// <param name="right">The table that is repaired.</param>
/// <param name="columns">The columns of both.</param>
/// <param name="key">The places of the columns by which rows are matched.</param>
sealed class RepairedTables(Dialect dialect, string left, string right, IReadOnlyList<ComparedColumn> columns, IReadOnlyList<int> key)
{
    public Dialect Dialect => dialect;

    public string Left { get; } = dialect.Table(left.Split('.'));

    public string Right { get; } = dialect.Table(right.Split('.'));

    public IReadOnlyList<ComparedColumn> Columns => columns;

    public IReadOnlyList<ComparedColumn> Key { get; } = [.. key.Select(k => columns[k])];

    /// <summary>The columns beside the key.</summary>
    public IReadOnlyList<ComparedColumn> Others { get; } = [.. columns.Where((_, i) => !key.Contains(i))];

    /// <summary>The right table's columns, as INSERT lists them.</summary>
    public string RightColumns => string.Join(", ", columns.Select(c => Name(c)));

    /// <summary>The left table's values for them.</summary>
    public string LeftValues => string.Join(", ", columns.Select(Value));

    /// <summary>What UPDATE sets.</summary>
    /// <param name="before">What stands before a column that is set: <c>r.</c>.</param>
    public string Sets(string before = "") => string.Join(", ", Others.Select(c => $"{before}{Name(c)} = {Value(c)}"));

    /// <summary>Whether a left row, or one that has the left columns, is of a right row's key.</summary>
    public string Match(string leftAlias = "l", string rightAlias = "r") => string.Join(" AND ", Key.Select(c => Compared(c, true, Beside(leftAlias, c), Of(rightAlias, c.Right))));

    /// <summary>Whether a row that has the right columns is of a right row's key.</summary>
    public string MatchOfRight(string alias) => string.Join(" AND ", Key.Select(c => Compared(c, true, Of(alias, c.Right), Of("r", c.Right))));

    /// <summary>Whether a left and a right row differ beside the key.</summary>
    public string Differ => string.Join(" OR ", Others.Select(c => Compared(c, false, Beside("l", c), Of("r", c.Right))));

    /// <summary>The keys that stand more than once on a side, with the right columns' names.</summary>
    public string Repeated => $"{Repeats(Left, c => c.Left)} {dialect.Union} {Repeats(Right, c => c.Right)}";

    /// <summary>The right keys that the left side has not.</summary>
    public string Gone => $"SELECT DISTINCT {string.Join(", ", Key.Select(c => Of("o", c.Right)))} FROM {Right} AS o WHERE NOT EXISTS (SELECT 1 FROM {Left} AS l WHERE {Match("l", "o")})";

    /// <summary>A column's name on the right.</summary>
    public string Name(ComparedColumn column) => dialect.Identifier(column.Right.Name);

    string Repeats(string table, Func<ComparedColumn, Tables.ColumnType> of)
    {
        var keys = Key.Select(c => (Value: Equal(c, dialect.Identifier(of(c).Name)), Name: Name(c))).ToList();
        return $"SELECT {string.Join(", ", keys.Select(k => $"{k.Value} AS {k.Name}"))} FROM {table} GROUP BY {string.Join(", ", keys.Select(k => k.Value))} HAVING COUNT(*) > 1";
    }

    // What one side holds another type of is brought to the other's, where an engine told it.
    string Value(ComparedColumn column) => column.Left.Type != column.Right.Type && column.Right.DatabaseType is { } type ? $"CAST({Of("l", column.Left)} AS {type})" : Of("l", column.Left);

    // Few engines compare a text with another type.
    string Beside(string alias, ComparedColumn column) => (column.Left.Type == typeof(string)) != (column.Right.Type == typeof(string)) && column.Right.DatabaseType is { } type
        ? $"CAST({Of(alias, column.Left)} AS {type})" : Of(alias, column.Left);

    string Of(string alias, Tables.ColumnType column) => $"{alias}.{dialect.Identifier(column.Name)}";

    string Compared(ComparedColumn column, bool same, string one, string other)
    {
        var (isSame, isDifferent) = dialect.NullSafe;
        if (column.Left.DatabaseType is { } type && type == column.Right.DatabaseType)
            isSame = dialect.SameInJoin;
        var form = column.Left.IsNullable || column.Right.IsNullable ? same ? isSame : isDifferent : same ? "{0} = {1}" : "{0} <> {1}";
        return string.Format(CultureInfo.InvariantCulture, form, Equal(column, one), Equal(column, other));
    }

    string Equal(ComparedColumn column, string cell) => column.Left.Type == typeof(string) && column.Right.Type == typeof(string) ? string.Format(CultureInfo.InvariantCulture, dialect.TextEquality, cell) : cell;
}
