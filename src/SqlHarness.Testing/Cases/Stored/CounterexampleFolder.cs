using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>The stored counterexamples of one query.</summary>
sealed class CounterexampleFolder
{
    const string Extension = ".md";

    CounterexampleFolder(string path) => Path = path;

    /// <summary>The folder; it is made when the first counterexample is stored.</summary>
    public string Path { get; }

    /// <summary>The files, in ordinal order of their names.</summary>
    public IReadOnlyList<string> Files => !Directory.Exists(Path) ? []
        : [.. Directory.EnumerateFiles(Path, "*" + Extension).Where(f => f.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>A query's folder.</summary>
    /// <param name="root">The folder of all queries.</param>
    /// <param name="query">The query's name.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static CounterexampleFolder Of(string root, string query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        return new(System.IO.Path.Combine(root, FileNames.Of(query)));
    }

    /// <summary>All of them, with their files.</summary>
    /// <exception cref="FormatException">A file does not tell rows of these tables; the message says where.</exception>
    public IReadOnlyList<(string File, StoredCounterexample Stored)> Read(InputTables tables) => [.. Files.Select(f => (f, CounterexampleFile.Read(f, tables)))];

    /// <summary>Stores a case, unless a file holds the same rows already, under whatever name and comment.</summary>
    /// <param name="tables">The query's tables.</param>
    /// <param name="rows">The case.</param>
    /// <param name="kind">What failed, in a few words: they begin the file's name. A hash of the rows ends it.</param>
    /// <param name="comment">What the case shows and where it came from.</param>
    /// <returns>The file that holds it.</returns>
    public string Store(InputTables tables, InputCase rows, string kind, string comment)
    {
        var body = CounterexampleFile.Body(CounterexampleText.Of(tables, rows));
        if (Files.FirstOrDefault(f => CounterexampleFile.Body(File.ReadAllText(f)) == body) is { } stored)
            return stored;
        Directory.CreateDirectory(Path);
        var file = System.IO.Path.Combine(Path, $"{FileNames.Of(kind)}-{FileNames.Hash(body)}{Extension}");
        CounterexampleFile.Write(file, tables, rows, comment);
        return file;
    }
}
