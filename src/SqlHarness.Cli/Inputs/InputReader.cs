using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Engines.DuckDb;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Inputs;

/// <summary>Finds inputs and tells DuckDB how to read them.</summary>
static class InputReader
{
    /// <param name="bench">Where it is read.</param>
    /// <param name="address">What the user named.</param>
    /// <param name="keepsJson">Whether the columns of JSON lines stay JSON, to be written as such; else they are text as those of CSV are.</param>
    /// <param name="drivers">What makes connections to servers.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <param name="name">What a copy of it is called in the workbench, where one has to be made.</param>
    /// <exception cref="BadInputException">There is no such input, or it is not a table.</exception>
    public static async Task<InputTable> OpenAsync(Workbench bench, InputAddress address, bool keepsJson, Drivers drivers, CancellationToken cancellationToken, string name = "sqlharness_input")
    {
        try
        {
            return address switch
            {
                FileAddress { Path: "-" } => await FilesAsync(bench, address.Said, [await StandardInput.SaveAsync(bench.Folder, cancellationToken).ConfigureAwait(false)], keepsJson, cancellationToken).ConfigureAwait(false),
                FileAddress file => await FilesAsync(bench, file.Said, await MatchingAsync(bench, file.Path, cancellationToken).ConfigureAwait(false), keepsJson, cancellationToken).ConfigureAwait(false),
                TableAddress { Engine: "sqlite" } table => await SqliteInput.CopyAsync(bench, table, name, cancellationToken).ConfigureAwait(false),
                ServerAddress table => await ServerInput.CopyAsync(bench, table, name, drivers, cancellationToken).ConfigureAwait(false),
                TableAddress table => await AttachAsync(bench, table, name, cancellationToken).ConfigureAwait(false),
                _ => throw new ArgumentOutOfRangeException(nameof(address), address, "Not an address."),
            };
        }
        catch (Exception e) when (e is DuckDBException or InvalidDataException && !cancellationToken.IsCancellationRequested)
        {
            throw Unreadable(address.Said, e);
        }
    }

    /// <summary>What DuckDB says of a file, as a sentence.</summary>
    public static BadInputException Unreadable(string said, Exception exception) => new($"{said} cannot be read: {DuckDbSentence.Of(exception)}", exception);

    static async Task<IReadOnlyList<string>> MatchingAsync(Workbench bench, string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new BadInputException($"{path} is a folder; name its files, as in {Path.Combine(path, "*.csv")}.");
        FileFormats.Of(path);
        if (File.Exists(path))
            return [path];
        var files = path.AsSpan().ContainsAny("*?[")
            ? await bench.QueryAsync("Looking for files", $"SELECT file FROM glob({SqlText.Literal(path)}) ORDER BY file", r => r.GetString(0), cancellationToken).ConfigureAwait(false)
            : [];
        return files.Count > 0 ? files : throw new BadInputException($"There is no file {path}.");
    }

    static async Task<InputTable> FilesAsync(Workbench bench, string said, IReadOnlyList<string> files, bool keepsJson, CancellationToken cancellationToken)
    {
        var formats = files.Select(FileFormats.Of).Distinct().ToList();
        if (formats.Count > 1)
            throw new BadInputException($"{said} matches files of several formats: {string.Join(", ", formats)}.");
        Func<IReadOnlyList<string>, string> read = formats[0] switch
        {
            FileFormat.Csv => Csv(files),
            FileFormat.JsonLines => f => $"read_json({List(f)}, format = 'newline_delimited', maximum_depth = 1, sample_size = -1)",
            _ => f => $"read_parquet({List(f)})",
        };
        IReadOnlyList<ColumnType> columns;
        try
        {
            columns = await ColumnsAsync(bench, read(files), cancellationToken).ConfigureAwait(false);
        }
        // All lines are looked at for their columns, so a broken one is met here.
        catch (DuckDBException e) when (formats[0] == FileFormat.JsonLines && files.Select(f => (File: f, Line: JsonLines.FirstBad(f))).FirstOrDefault(f => f.Line is not null) is { Line: not null } bad)
        {
            throw new BadInputException($"{(files.Count == 1 ? said : bad.File)} cannot be read: {bad.Line}", e);
        }

        if (formats[0] == FileFormat.JsonLines && columns is [{ Name: "json", DatabaseType: not "JSON" }])
            throw new BadInputException($"{said} is not a table: its lines are not JSON objects.");
        if (formats[0] == FileFormat.JsonLines && !keepsJson)
        {
            var (json, names) = (read, columns);
            read = f => $"(SELECT {string.Join(", ", names.Select(c => $"{SqlText.Name(c.Name)} ->> '$' AS {SqlText.Name(c.Name)}"))} FROM {json(f)})";
            columns = [.. columns.Select(c => c with { DatabaseType = "VARCHAR" })];
        }

        return new() { Said = said, Columns = columns, From = read(files), HasNoTypes = formats[0] != FileFormat.Parquet && !keepsJson, IsSlow = formats[0] == FileFormat.JsonLines || files.Any(FileFormats.IsGzip), Parts = [.. files.Select(f => (files.Count == 1 ? said : f, read([f])))] };
    }

    static Func<IReadOnlyList<string>, string> Csv(IReadOnlyList<string> files)
    {
        var header = CsvHeader.Of(files[0]);
        foreach (var file in files.Skip(1))
        {
            if (CsvHeader.Of(file) is var other && (other.Delimiter != header.Delimiter || !other.Names.SequenceEqual(header.Names)))
                throw new BadInputException($"{file} has the columns {string.Join(", ", other.Names)}, but {files[0]} has {string.Join(", ", header.Names)}: files that are read together have one header.");
        }

        var columns = string.Join(", ", header.Names.Select(n => $"{SqlText.Literal(n)}: 'VARCHAR'"));
        return f => $"read_csv({List(f)}, auto_detect = false, header = true, columns = {{{columns}}}, delim = {SqlText.Literal(header.Delimiter.ToString())}, quote = '\"', escape = '\"', "
            + $"nullstr = '', allow_quoted_nulls = false, compression = '{(FileFormats.IsGzip(f[0]) ? "gzip" : "none")}')";
    }

    static async Task<InputTable> AttachAsync(Workbench bench, TableAddress table, string name, CancellationToken cancellationToken)
    {
        var attached = await AttachedAsync(bench, table.File, name, cancellationToken).ConfigureAwait(false);
        var from = $"{attached}.{SqlText.Name(table.Schema ?? "main")}.{SqlText.Name(table.Table)}";
        return new() { Said = table.Said, Columns = await ColumnsAsync(bench, from, cancellationToken).ConfigureAwait(false), From = from, Parts = [(table.Said, from)] };
    }

    // DuckDB opens a file once.
    static async Task<string> AttachedAsync(Workbench bench, string file, string name, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        var open = await bench.QueryAsync("Opening the database", $"SELECT database_name FROM duckdb_databases() WHERE path IN ({SqlText.Literal(path)}, {SqlText.Literal(file)})", r => r.GetString(0), cancellationToken).ConfigureAwait(false);
        if (open.Count > 0)
            return SqlText.Name(open[0]);
        await bench.ExecuteAsync("Opening the database", $"ATTACH {SqlText.Literal(path)} AS {name} (TYPE duckdb, READ_ONLY)", cancellationToken).ConfigureAwait(false);
        return name;
    }

    static async Task<IReadOnlyList<ColumnType>> ColumnsAsync(Workbench bench, string from, CancellationToken cancellationToken) =>
        await bench.QueryAsync("Looking at the input", $"DESCRIBE SELECT * FROM {from}", r => new ColumnType(r.GetString(0), DuckDbTypes.Of(r.GetString(1)), DatabaseType: r.GetString(1)), cancellationToken).ConfigureAwait(false);

    // A file that was found may have a star or a bracket in its name; DuckDB would take it for a pattern.
    static string List(IEnumerable<string> files) =>
        $"[{string.Join(", ", files.Select(f => SqlText.Literal(string.Concat(f.Select(c => c is '*' or '?' or '[' ? $"[{c}]" : c.ToString())))))}]";
}
