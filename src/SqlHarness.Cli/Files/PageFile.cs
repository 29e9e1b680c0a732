using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Files;

/// <summary>An HTML page that appears whole or not at all.</summary>
sealed class PageFile : IDisposable
{
    readonly string _path;
    readonly bool _force;
    readonly string _temporary;

    PageFile(string path, bool force, string temporary) => (_path, _force, _temporary) = (path, force, temporary);

    /// <exception cref="BadInputException">The file exists and may not be replaced, is no page by its name, or its folder is not there or not writable.</exception>
    public static PageFile Create(string path, bool force)
    {
        if (!path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException($"--report writes a page: {path} must end with .html.");
        return new(path, force, OutputFile.Reserve(path, force));
    }

    /// <summary>Puts the page in its place.</summary>
    public void Write(string html)
    {
        File.WriteAllText(_temporary, html);
        OutputFile.RefuseExisting(_path, _force);
        File.Move(_temporary, _path, _force);
    }

    public void Dispose() => File.Delete(_temporary);
}
