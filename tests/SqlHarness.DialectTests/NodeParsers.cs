using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>The parsers and the translator of <c>parsers/parsers.mjs</c>, in a process of their own.</summary>
sealed partial class NodeParsers : IDisposable
{
    static readonly string Folder = Path.Combine(SourceFolder(), "parsers");

    readonly Process _process;

    NodeParsers(Process process) => _process = process;

    /// <summary>Starts the process. Where the packages are not installed the test is skipped, or fails if everything is required.</summary>
    public static NodeParsers Start()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            const string Sentence = "The parsers are not installed: npm ci --prefix tests/SqlHarness.DialectTests/parsers does it.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("SQLHARNESS_REQUIRE") is not null, Sentence);
            throw new InvalidOperationException(Sentence);
        }

        var process = Process.Start(new ProcessStartInfo("node", ["parsers.mjs"])
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        // A grammar that recovers from an error says so here; nobody reads it, and a full pipe would stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>What a parser says against a statement; null if it accepts it.</summary>
    public string? Error(string parser, string dialect, string sql) => Ask(new { op = "parse", parser, dialect, sql }) is var answer && answer.GetProperty("ok").GetBoolean() ? null : answer.GetProperty("error").GetString();

    /// <summary>The statement in DuckDB's dialect. T-SQL's texts are given without their N: the translator loses a quote that stands twice in such a text.</summary>
    public string ToDuckDb(string dialect, string sql) => Translated(dialect, dialect == DialectNames.SqlServer ? NationalText().Replace(sql, "'") : sql);

    /// <summary>The same, with nothing spared.</summary>
    public string Translated(string dialect, string sql)
    {
        var answer = Ask(new { op = "translate", dialect, sql });
        return answer.GetProperty("ok").GetBoolean() ? answer.GetProperty("sql").GetString()! : throw new InvalidOperationException(answer.GetProperty("error").GetString());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    JsonElement Ask(object request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"node ended with {(_process.WaitForExit(1000) ? _process.ExitCode : null)}.");
        return JsonDocument.Parse(line).RootElement.Clone();
    }

    [GeneratedRegex(@"\bN'")]
    private static partial Regex NationalText();

    static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
