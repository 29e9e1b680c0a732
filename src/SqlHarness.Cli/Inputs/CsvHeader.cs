using System.IO.Compression;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using Sylvan.Data.Csv;

namespace SqlHarness.Cli.Inputs;

/// <summary>The first record of a CSV file. DuckDB's own detection skips lines that do not fit and renames columns, so what it is told is found here.</summary>
/// <param name="Delimiter">The character that parts the most names: comma, semicolon, tab or bar.</param>
/// <param name="Names">The columns' names as they stand there.</param>
sealed record CsvHeader(char Delimiter, IReadOnlyList<string> Names)
{
    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <exception cref="BadInputException">The file has no header that names each column once.</exception>
    public static CsvHeader Of(string path)
    {
        var header = Delimiters.Select(d => Read(path, d)).OfType<CsvHeader>().MaxBy(h => h.Names.Count);
        if (header is null)
            throw new BadInputException($"{path} is not a CSV file: a quote in its first line is not closed.");
        if (header.Names.Count == 0)
            throw new BadInputException($"{path} is empty: a CSV file begins with a line of column names.");
        if (header.Names.Any(n => n.Contains('\0', StringComparison.Ordinal)))
            throw new BadInputException($"{path} is not a CSV file: its first line is not text.");
        if (header.Names.Select((n, i) => (n, i)).FirstOrDefault(c => string.IsNullOrWhiteSpace(c.n)) is (not null, var at))
            throw new BadInputException($"{path} has no name for its column {at + 1}: a CSV file begins with a line of column names.");
        return header.Names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new BadInputException($"{path} has the column {twice.Key} {twice.Count()} times, upper and lower case being the same.")
            : header;
    }

    // Null where the line cannot be read so: with another delimiter, a quote may stand in the middle of a field.
    static CsvHeader? Read(string path, char delimiter)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(FileFormats.IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress) : file);
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = delimiter, HasHeaders = false });
            return new(delimiter, csv.Read() ? [.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)] : []);
        }
        catch (Exception e) when (e is CsvFormatException or CsvRecordTooLargeException)
        {
            return null;
        }
    }
}
