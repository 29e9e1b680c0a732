using System.Globalization;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases.Statistics;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>Reads a file of <see cref="CounterexampleFile"/>, line by line, also when it was written by hand.</summary>
/// <param name="path">The file's name in messages.</param>
/// <param name="tables">The query's tables.</param>
sealed class CounterexampleReader(string path, InputTables tables)
{
    readonly string[] _names = [.. Enumerable.Range(0, tables.Tables.Count).Select(t => InputStatistics.NameOf(tables, t))];
    readonly List<string> _comment = [];
    readonly List<object?[]>?[] _rows = new List<object?[]>?[tables.Tables.Count];
    int _line;
    int _table = -1;
    int[]? _columns;
    bool _isRuled;

    public StoredCounterexample Read(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            _line++;
            if (line.StartsWith('>'))
                _comment.Add(line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line[1..]);
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                Begin(line[3..].Trim());
            else if (line.StartsWith('|'))
                ReadRow(Cells(line));
            else if (line.Length > 0 && line != CounterexampleText.NoRows)
                throw Refused("neither a comment (> …), a table's name (## …) nor a row (| … |)");
        }

        return new(string.Join('\n', _comment), tables.Rows(new([.. _rows.Select(rows => (IReadOnlyList<object?[]>)(rows ?? []))])));
    }

    void Begin(string name)
    {
        _table = Array.IndexOf(_names, name);
        if (_table < 0)
            throw Refused($"the query has no table {name}{Meant(name, _names)}");
        if (_rows[_table] is not null)
            throw Refused($"table {name} stands here a second time");
        (_rows[_table], _columns, _isRuled) = ([], null, false);
    }

    void ReadRow(List<string> cells)
    {
        if (_table < 0)
            throw Refused("a row stands before the first table's name (## …)");
        if (_columns is null)
            _columns = Columns(cells);
        else if (!_isRuled && cells.All(c => c.Length > 0 && c.All(l => l is '-' or ':')))
            _isRuled = true;
        else if (cells.Count != _columns.Length)
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"a row of {_names[_table]} has {cells.Count} cells, but there are {_columns.Length} columns"));
        else
            _rows[_table]!.Add(Row(cells));
    }

    int[] Columns(List<string> names)
    {
        var columns = tables.Tables[_table].Columns;
        var members = columns.Select(c => c.Member).ToList();
        if (names.Find(n => !members.Contains(n)) is { } unknown)
            throw Refused($"{_names[_table]} has no column {unknown}{Meant(unknown, members)}; it has {string.Join(", ", members)}");
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Refused($"column {_names[_table]}.{twice.Key} stands here more than once");
        if (columns.FirstOrDefault(c => !c.IsNullable && !names.Contains(c.Member)) is { } missing)
            throw Refused($"column {_names[_table]}.{missing.Member} is missing and takes no NULL");
        return [.. names.Select(n => members.IndexOf(n))];
    }

    object?[] Row(List<string> cells)
    {
        var described = tables.Tables[_table].Columns;
        var row = new object?[described.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            try
            {
                row[_columns![i]] = CellLiteral.Read(cells[i], described[_columns[i]]);
            }
            catch (FormatException e)
            {
                throw Refused($"{_names[_table]}.{described[_columns![i]].Member}: {e.Message}", e);
            }
        }

        return row;
    }

    // A backslash keeps a pipe from ending the cell.
    List<string> Cells(string line)
    {
        List<string> cells = [];
        var start = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
                i++;
            else if (line[i] == '|')
            {
                cells.Add(line[start..i].Trim());
                start = i + 1;
            }
        }

        return start == line.Length ? cells : throw Refused("the row does not end with |");
    }

    static string Meant(string name, IEnumerable<string> names) => NearestName.Of(name, names) is { } nearest ? $" (did you mean {nearest}?)" : "";

    FormatException Refused(string what, Exception? cause = null) => new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {_line}: {what}."), cause);
}
