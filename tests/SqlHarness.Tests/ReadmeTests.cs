using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Cli;
using static SqlHarness.Tests.ReadmeExamples;

namespace SqlHarness.Tests;

/// <summary>What the README shows is compiled, run and printed as it stands there.</summary>
public class ReadmeTests
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Every_csharp_block_stands_in_a_test_or_in_the_library()
    {
        var sources = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Select(f => Flat(File.ReadLines(f))).ToList();
        var blocks = Blocks("```csharp").ToList();
        blocks.Count.ShouldBeGreaterThan(2);
        foreach (var block in blocks)
            sources.Any(s => s.Contains(Flat(block), StringComparison.Ordinal)).ShouldBeTrue($"No source file has this code of the README:\n{string.Join('\n', block)}");
    }

    [Fact]
    public void The_report_is_what_a_planted_fault_prints()
    {
        var report = Should.Throw<ProofFailedException>(() => Harness.For<PageView, Visit>(Visits).Cases(1000, 20250101).On(Engine.DuckDb()).Against(VisitsByLoop).Check()).Message.Split('\n');

        var at = 0;
        foreach (var line in Blocks("```text").Single())
        {
            // Dots stand for lines that are left out.
            if (line.Trim() == "...")
                continue;
            var found = Array.FindIndex(report, at, l => l.TrimEnd() == line.TrimEnd());
            found.ShouldBeGreaterThanOrEqualTo(at, $"The README shows '{line}', but the report is\n{string.Join('\n', report)}");
            at = found + 1;
        }

        at.ShouldBeGreaterThan(10);

        // The README's query, but for the end of a visit: at the gap, and not after it.
        static IQueryable<Visit> Visits(IQueryable<PageView> views) => views
            .Where(v => v.Page != "/health")
            .Sessionize(v => v.UserId, v => v.Time, v => v.Id, new() { Gap = TimeSpan.FromMinutes(30), Boundary = GapBoundary.At })
            .GroupBy(s => new { s.Event.UserId, s.SessionStart })
            .Select(g => new Visit(g.Key.UserId, g.Key.SessionStart!.Value, g.Count()));
    }

    [Fact]
    public async Task The_commands_print_what_stands_there()
    {
        using var shell = new Shell();
        var printed = "";
        foreach (var line in Lines.SkipWhile(l => l != "<!-- command -->").TakeWhile(l => l != "<!-- /command -->").Where(l => l.StartsWith("sqlharness ", StringComparison.Ordinal)))
        {
            var answer = await shell.RunAsync([.. line.Split(' ').Skip(1).Select(word => word.Contains('.', StringComparison.Ordinal) ? "/" + word : word)]);
            answer.Error.ShouldBe("");
            printed = answer.Out;
        }

        var shown = Blocks("```console").Single();
        shown.Count.ShouldBeGreaterThan(5);
        foreach (var line in shown)
            printed.Split('\n').Select(l => l.TrimEnd()).ShouldContain(line);
    }

    [Fact]
    public void It_is_short_and_shows_code_early()
    {
        Lines.Length.ShouldBeLessThanOrEqualTo(300);
        Array.IndexOf(Lines, "```csharp").ShouldBeLessThan(25);
    }

    static IEnumerable<List<string>> Blocks(string fence)
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            if (Lines[i] == fence)
                yield return [.. Lines.Skip(i + 1).TakeWhile(l => l != "```")];
        }
    }

    static string Flat(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
}
