using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Files;

/// <summary>A file that is written.</summary>
sealed class OutputFile : Output
{
    readonly string _path;
    readonly bool _force;

    OutputFile(string path, bool force, FileFormat format, string temporaryPath) => (_path, _force, Format, TemporaryPath) = (path, force, format, temporaryPath);

    public override string Said => _path;

    public FileFormat Format { get; }

    /// <summary>Where it is until it is in its place.</summary>
    public string TemporaryPath { get; }

    /// <exception cref="BadInputException">The file exists and may not be replaced, its extension is unknown, or its folder is not there or not writable.</exception>
    public static OutputFile Create(string path, bool force)
    {
        var format = FileFormats.Of(path);
        return new(path, force, format, Reserve(path, force));
    }

    /// <summary>Makes sure that a file can be written, before an hour's work and not after it.</summary>
    /// <returns>An empty file beside its place, to be written and moved.</returns>
    public static string Reserve(string path, bool force)
    {
        if (Directory.Exists(path))
            throw new BadInputException($"{path} is a folder.");
        RefuseExisting(path, force);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new BadInputException($"{path} cannot be written: there is no folder {folder}.");
        var temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(path)}.{System.IO.Path.GetRandomFileName()}.tmp");
        try
        {
            File.Create(temporary).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written: {e.Message.TrimEnd('.')}.", e);
        }

        return temporary;
    }

    // Over an existing file DuckDB would write another one beside it, and leave that behind when it fails.
    public override Task WriteAsync(Workbench bench, string query, CancellationToken cancellationToken) => bench.ExecuteAsync($"Writing {_path}",
        $"COPY (\n{query}\n) TO {SqlText.Literal(TemporaryPath)} ({FileFormats.CopyOptions(Format, FileFormats.IsGzip(_path))}, USE_TMP_FILE false)", cancellationToken);

    public override Task CommitAsync(CancellationToken cancellationToken)
    {
        RefuseExisting(_path, _force);
        File.Move(TemporaryPath, _path, _force);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        File.Delete(TemporaryPath);
        return default;
    }

    public static void RefuseExisting(string path, bool force)
    {
        if (!force && File.Exists(path))
            throw new BadInputException($"{path} exists; --force replaces it.");
    }
}
