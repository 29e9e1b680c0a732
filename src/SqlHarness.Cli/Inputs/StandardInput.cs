using System.IO.Compression;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Inputs;

/// <summary>Standard input as a file, since it is read more than once.</summary>
static class StandardInput
{
    const string Name = "stdin";

    /// <summary>Whether a file is called as what was saved of it.</summary>
    public static bool IsCalled(string path) => Path.GetFileNameWithoutExtension(path) == Name;

    /// <summary>Saves it under a name that says its format, told by its first bytes.</summary>
    /// <exception cref="BadInputException">It is empty.</exception>
    public static async Task<string> SaveAsync(string folder, CancellationToken cancellationToken)
    {
        var input = Console.OpenStandardInput();
        await using var _ = input.ConfigureAwait(false);
        return await SaveAsync(input, folder, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<string> SaveAsync(Stream input, string folder, CancellationToken cancellationToken)
    {
        var saved = Path.Combine(folder, Name);
        await CopyAsync(input, saved, cancellationToken).ConfigureAwait(false);
        if (Start(saved) is [0x1f, 0x8b, ..])
        {
            var packed = saved + ".gz";
            File.Move(saved, packed);
            var unpacked = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
            await using (unpacked.ConfigureAwait(false))
                await CopyAsync(unpacked, saved, cancellationToken).ConfigureAwait(false);
            File.Delete(packed);
        }

        var named = saved + Start(saved) switch
        {
            [] => throw new BadInputException("Standard input is empty."),
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1'] => ".parquet",
            [(byte)'{', ..] => ".jsonl",
            _ => ".csv",
        };
        File.Move(saved, named);
        return named;
    }

    static async Task CopyAsync(Stream from, string to, CancellationToken cancellationToken)
    {
        var file = File.Create(to);
        await using var _ = file.ConfigureAwait(false);
        await from.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
    }

    static byte[] Start(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[4];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }
}
