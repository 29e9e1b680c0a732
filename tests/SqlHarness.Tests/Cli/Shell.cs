namespace SqlHarness.Tests.Cli;

/// <summary>A folder of a test's own, in which commands are typed.</summary>
sealed class Shell : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public string PathOf(string file) => _folder[file];

    /// <summary>The names of all files that are there, hidden ones too.</summary>
    public IReadOnlyList<string> Files => _folder.Names;

    public void Write(string file, params string[] lines) => File.WriteAllText(PathOf(file), string.Concat(lines.Select(l => l + "\n")));

    public string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    /// <summary>Runs a command; words that name files of this folder are written with a leading slash: <c>/events.csv</c>. What it prints names them without the folder.</summary>
    public async Task<CommandRun> RunAsync(params string[] words)
    {
        var run = await CommandRun.RunAsync([.. words.Select(w => w.StartsWith('/') ? PathOf(w[1..]) : w)], TestContext.Current.CancellationToken);
        return run with { Out = run.Out.Replace(_folder[""] + "/", "", StringComparison.Ordinal), Error = run.Error.Replace(_folder[""] + "/", "", StringComparison.Ordinal) };
    }

    public void Dispose() => _folder.Dispose();
}
