using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Files;

/// <summary>Formats by the names of files.</summary>
static class FileFormats
{
    static readonly Dictionary<string, FileFormat> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = FileFormat.Csv, [".parquet"] = FileFormat.Parquet, [".jsonl"] = FileFormat.JsonLines, [".ndjson"] = FileFormat.JsonLines,
    };

    /// <summary>The format that a file's name ends in; text may be gzipped: <c>.csv.gz</c>.</summary>
    /// <exception cref="BadInputException">The ending is unknown; the message lists the known ones.</exception>
    public static FileFormat Of(string path) =>
        ByEnding.TryGetValue(Path.GetExtension(IsGzip(path) ? Path.GetFileNameWithoutExtension(path) : path), out var format) && !(IsGzip(path) && format == FileFormat.Parquet)
            ? format
            : throw new BadInputException($"{path}: unknown extension '{Path.GetExtension(path)}'; usable are {string.Join(", ", ByEnding.Keys)}, and .gz behind those of text.");

    /// <summary>Whether the name says that the file is gzipped.</summary>
    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The options of DuckDB's COPY … TO that write a format.</summary>
    public static string CopyOptions(FileFormat format, bool gzip) => format switch
    {
        FileFormat.Parquet => "FORMAT parquet",
        FileFormat.JsonLines => $"FORMAT json, COMPRESSION {(gzip ? "gzip" : "none")}",
        _ => $"FORMAT csv, HEADER true, COMPRESSION {(gzip ? "gzip" : "none")}",
    };
}
