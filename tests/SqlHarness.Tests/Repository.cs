using System.Runtime.CompilerServices;

namespace SqlHarness.Tests;

/// <summary>Where this source tree stands; tests read its files.</summary>
static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    static string Here([CallerFilePath] string path = "") => path;
}
