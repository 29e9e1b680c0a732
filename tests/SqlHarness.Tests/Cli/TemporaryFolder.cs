namespace SqlHarness.Tests.Cli;

/// <summary>A folder of a test's own.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string _path = Directory.CreateTempSubdirectory("sqlharness-tests-").FullName;

    /// <summary>All that is in it, hidden files too.</summary>
    public string[] Names => [.. Directory.EnumerateFileSystemEntries(_path).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    public string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
