using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Inputs;

/// <summary>Standard input as a file, since it is read more than once.</summary>
static class StandardInput
{
    const int LongestMark = 4;

    /// <summary>Saves it under a name that says its format, told by its first bytes.</summary>
    /// <exception cref="BadInputException">It is empty.</exception>
    public static async Task<string> SaveAsync(string folder, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        return await SaveAsync(input, folder, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<string> SaveAsync(Stream input, string folder, CancellationToken cancellationToken)
    {
        var start = new byte[LongestMark];
        var length = await input.ReadAtLeastAsync(start, LongestMark, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (length == 0)
            throw new BadInputException("Standard input is empty.");
        var path = Path.Combine(folder, "stdin" + Extension(start.AsSpan(0, length)));
        var file = File.Create(path);
        await using var _ = file.ConfigureAwait(false);
        await file.WriteAsync(start.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        await input.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        return path;
    }

    static string Extension(ReadOnlySpan<byte> start) =>
        start.SequenceEqual("PAR1"u8) ? ".parquet"
        : start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? ".csv.gz"
        : start[0] == (byte)'{' ? ".jsonl"
        : ".csv";
}
