using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Tests.Cli;

/// <summary>A folder of one test's own, in which commands are typed.</summary>
sealed class Shell : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("sqlharness-test-").FullName;

    public sealed record Answer(int ExitCode, string Out, string Error);

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>The names of all files that are there, hidden ones too.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public void Write(string file, params string[] lines) => File.WriteAllText(PathOf(file), string.Concat(lines.Select(l => l + "\n")));

    public string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    /// <summary>Runs a command; words that name files of this folder are written with a leading slash: <c>/events.csv</c>.</summary>
    public async Task<Answer> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Application.RunAsync([.. words.Select(w => w.StartsWith('/') ? PathOf(w[1..]) : w)], new Terminal(output, error), TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString().Replace(_folder + "/", "", StringComparison.Ordinal), error.ToString().Replace(_folder + "/", "", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
