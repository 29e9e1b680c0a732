namespace SqlHarness.Cli.Files;

/// <summary>A text file that appears whole or not at all.</summary>
sealed class ReportFile : IDisposable
{
    readonly string _path;
    readonly bool _force;
    readonly string _temporary;

    ReportFile(string path, bool force, string temporary) => (_path, _force, _temporary) = (path, force, temporary);

    /// <exception cref="CommandLine.BadInputException">The file exists and may not be replaced, or its folder is not there or not writable.</exception>
    public static ReportFile Create(string path, bool force) => new(path, force, OutputFile.Reserve(path, force));

    /// <summary>Puts the text in its place.</summary>
    public void Write(string text)
    {
        File.WriteAllText(_temporary, text);
        OutputFile.RefuseExisting(_path, _force);
        File.Move(_temporary, _path, _force);
    }

    public void Dispose() => File.Delete(_temporary);
}
