using System.IO.Compression;
using System.Text.Json;
using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Inputs;

/// <summary>Finds what is wrong with a file of JSON lines; DuckDB 1.5 counts one line too many.</summary>
static class JsonLines
{
    /// <summary>The first line that is no JSON, as a sentence's end; null if there is none.</summary>
    public static string? FirstBad(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(FileFormats.IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress) : file);
        for (var number = 1L; text.ReadLine() is { } line; number++)
        {
            try
            {
                if (!string.IsNullOrWhiteSpace(line))
                    JsonDocument.Parse(line).Dispose();
            }
            catch (JsonException e)
            {
                return $"line {number} is not JSON, at byte {e.BytePositionInLine + 1}.";
            }
        }

        return null;
    }
}
