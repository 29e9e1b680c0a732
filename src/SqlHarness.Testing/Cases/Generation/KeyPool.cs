using System.Globalization;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Values of a column that is unique by itself: 1 to n out of order, beside them the query's constants and nasty values, each once.</summary>
sealed class KeyPool
{
    // More than a table's rows, for keys that a user's own rows have taken.
    const int Spare = 40;

    readonly Queue<object> _keys;

    public KeyPool(InputColumn column, ColumnValues values, int rows, Draws draws)
    {
        var plain = Enumerable.Range(1, rows).Select(i => Plain(column, i)).OfType<object>();
        var special = draws.Shuffled(values.Boundary.Distinct()).Take(values.Boundary.Count > 0 ? 1 + draws.Below(Math.Max(1, rows)) : 0)
            .Concat(draws.Chance(25) ? draws.Shuffled(values.Nasty.Concat(values.Elsewhere)).Take(2) : []).Distinct().Take(rows).ToList();
        var first = special.Concat(plain).Distinct().Take(rows);
        var spare = Enumerable.Range(rows + 1, Spare).Select(i => Plain(column, i)).OfType<object>().Concat(values.Common);
        _keys = new(draws.Shuffled(first).Concat(spare).Distinct());
    }

    /// <summary>Whether keys of this type are numbered. Times are not: they are drawn until they differ.</summary>
    public static bool Covers(InputColumn column) => !column.IsTime;

    /// <summary>The next key; null where a small type has no more.</summary>
    public object? Next() => _keys.TryDequeue(out var key) ? key : null;

    /// <summary>Gives back the key of a row that was discarded; it comes again after the others, which a condition may rather take.</summary>
    public void Return(object key) => _keys.Enqueue(key);

    /// <summary>The number-th key of a type; null where the type has no such.</summary>
    public static object? Plain(InputColumn column, int number) =>
        column.Type == typeof(string) ? Text(number) is var text && ColumnUnit.Fits(column, text) ? text : null
        : column.Type == typeof(Guid) ? ColumnValues.Number(number)
        : ColumnUnit.Number(column, number);

    // a to z, then k27 and so on.
    static string Text(int number) => number <= 26 ? ((char)('a' + number - 1)).ToString() : string.Create(CultureInfo.InvariantCulture, $"k{number}");
}
