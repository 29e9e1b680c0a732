using System.Runtime.CompilerServices;

namespace SqlHarness.ConformanceTests;

/// <summary>Where the tests' files stand.</summary>
static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    public static string Counterexamples { get; } = Path.Combine(Root, "fixtures", "counterexamples");

    static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
