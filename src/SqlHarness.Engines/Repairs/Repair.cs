using System.Globalization;
using SqlHarness.Comparisons;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Engines.Repairs;

/// <summary>
/// Prints the SQL that makes a right table equal to a left one, and never runs it. Statements delete, then update, then insert, in a transaction where the dialect has one; a comment says where it has
/// none, where rows cannot be told apart, and what is left out. Values are made equal exactly, whatever tolerances forgave; columns that are not given stay as they are, and have their defaults in new rows.
/// </summary>
static class Repair
{
    /// <summary>Both tables stand in one database: a few statements repair every difference.</summary>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="left">The table as it should be, with its schema if it has one: <c>analytics.sessions</c>.</param>
    /// <param name="right">The table that is repaired.</param>
    /// <param name="columns">The columns of both, the key's among them, with the name of each side.</param>
    /// <param name="key">The places of the key's columns; none where there is no key, and equal rows are counted.</param>
    /// <param name="isUnique">Whether each key stands once at most on either side; where not, the rows of keys that stand more often are deleted and inserted anew.</param>
    /// <returns>The statements, each ended with a semicolon, and comments.</returns>
    public static string OfTables(Dialect dialect, string left, string right, IReadOnlyList<ComparedColumn> columns, IReadOnlyList<int> key, bool isUnique)
    {
        var tables = new RepairedTables(dialect, left, right, columns, key.Count == 0 ? [.. Enumerable.Range(0, columns.Count)] : key);
        var areUnique = isUnique && key.Count > 0;
        string[] comments = key.Count == 0 ? ["There is no key: equal rows cannot be told apart. Those that stand more than once are deleted and inserted again."]
            : areUnique ? [] : [$"Rows of one {KeyNames(columns, key)} cannot be told apart where it stands more than once: they are deleted and inserted again."];
        return Script(dialect, $"Makes {right} equal to {left}.", comments, [.. RepairStatements.Of(dialect).OfTables(tables, areUnique)]);
    }

    /// <summary>The tables stand in different databases: statements with the values of the rows that were found to differ.</summary>
    /// <param name="dialect">The dialect of the right table's database.</param>
    /// <param name="right">The table that is repaired, with its schema if it has one.</param>
    /// <param name="columns">The columns, in the order of the rows' cells; what rows have behind them is left out.</param>
    /// <param name="key">The places of the key's columns; none where rows were compared as one bag.</param>
    /// <param name="counted">All rows, counted: what is not in <paramref name="rows"/> is said in a comment.</param>
    /// <param name="rows">The rows that differ.</param>
    /// <returns>The statements, each ended with a semicolon, and comments.</returns>
    /// <exception cref="DialectException">A value has no literal; the message names its column.</exception>
    public static string OfRows(Dialect dialect, string right, IReadOnlyList<ComparedColumn> columns, IReadOnlyList<int> key, RowComparison counted, IReadOnlyList<DifferingRow> rows)
    {
        var literals = new RepairedRows(dialect, right, columns, key, key.Count > 0 && counted.NonUniqueKeys == 0);
        List<string> comments = [];
        if (counted.Modified + counted.Added + counted.Removed - rows.Count is > 0 and var missing)
            comments.Add(string.Create(CultureInfo.InvariantCulture, $"{missing:N0} {(missing == 1 ? "row that differs is" : "rows that differ are")} not in here: this is not the whole repair."));
        if (!literals.IsUnique)
            comments.Add(key.Count == 0 ? "There is no key: rows are found by all their cells, and of equal ones as many are deleted as are too many."
                : $"A {KeyNames(columns, key)} that stands more than once does not tell rows apart: rows are deleted by all their cells, of equal ones as many as are too many.");
        return Script(dialect, $"Makes {rows.Count.ToString("N0", CultureInfo.InvariantCulture)} {(rows.Count == 1 ? "row" : "rows")} of {right} as on the left.", comments, [.. RepairStatements.Of(dialect).OfRows(literals, rows)]);
    }

    static string Script(Dialect dialect, string title, IEnumerable<string> comments, List<string> statements)
    {
        var words = RepairStatements.Of(dialect);
        string[] before = words.Begin is null ? [Comment($"{dialect.Title} has no transaction over these statements: run them in order, and again from the first if one fails.")] : [words.Begin + ";"];
        if (statements.Count == 0)
            return Comment("Nothing differs.") + "\n";
        return string.Join("\n", [Comment(title + " Read it before you run it."), .. comments.Select(Comment), .. before, .. statements.Select(s => IsComment(s) ? s : s + ";"), .. words.Begin is null ? Array.Empty<string>() : [words.End + ";"]]) + "\n";
    }

    static bool IsComment(string statement) => statement.Split('\n').All(line => line.StartsWith("--", StringComparison.Ordinal));

    // A name may hold a line break, and what stands behind it would be run.
    static string Comment(string text) => "-- " + text.ReplaceLineEndings(" ");

    static string KeyNames(IReadOnlyList<ComparedColumn> columns, IReadOnlyList<int> key) => key.Count == 1 ? columns[key[0]].Right.Name : $"({string.Join(", ", key.Select(k => columns[k].Right.Name))})";
}
