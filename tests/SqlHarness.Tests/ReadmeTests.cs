using SqlHarness.Engines;
using SqlHarness.Samples;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Mutation;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Cli;
using static SqlHarness.Tests.ReadmeExamples;

namespace SqlHarness.Tests;

/// <summary>What the README shows is compiled, run and printed as it stands there.</summary>
public class ReadmeTests
{
    static readonly string[] Lines = Read("README.md");

    static string[] Read(string path) => File.ReadAllLines(Path.Combine(Repository.Root, path));

    [Fact]
    public void Every_csharp_block_stands_in_a_test_or_in_the_library()
    {
        var sources = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Select(f => Flat(File.ReadLines(f))).ToList();
        var blocks = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").SelectMany(f => Blocks(File.ReadAllLines(f), "```csharp")).Concat(Blocks(Lines, "```csharp")).ToList();
        blocks.Count.ShouldBeGreaterThan(3);
        foreach (var block in blocks)
            sources.Any(s => s.Contains(Flat(block), StringComparison.Ordinal)).ShouldBeTrue($"No source file has this code of the README or of a page of docs:\n{string.Join('\n', block)}");
    }

    [Fact]
    public void The_report_is_what_a_planted_fault_prints()
    {
        var report = Should.Throw<ProofFailedException>(() => Harness.For<PageView, Visit>(Visits).Cases(1000, 20250101).On(Engine.DuckDb()).Against(VisitsByLoop).Check()).Message.Split('\n');

        ShouldStandIn(Blocks(Lines, "```text").Single(), report);

        // The README's query, but for the end of a visit: at the gap, and not after it.
        static IQueryable<Visit> Visits(IQueryable<PageView> views) => views
            .Where(v => v.Page != "/health")
            .Sessionize(v => v.UserId, v => v.Time, v => v.Id, new() { Gap = TimeSpan.FromMinutes(30), Boundary = GapBoundary.At })
            .GroupBy(s => new { s.Event.UserId, s.SessionStart })
            .Select(g => new Visit(g.Key.UserId, g.Key.SessionStart!.Value, g.Count()));
    }

    [Fact]
    public async Task The_mutants_are_those_that_a_worked_example_leaves_alive()
    {
        var noon = new DateTime(2025, 1, 1, 12, 0, 0, DateTimeKind.Utc);
        Order Tea(int id, int quantity, int hour) => new() { Id = id, Region = "EU", Product = "tea", Quantity = quantity, OrderedAt = noon.AddHours(hour) };
        var daily = Harness.For<Order, DailyOrders>(DailyOrders.From);

        var score = await daily.Given([Tea(1, 2, 0), Tea(2, 3, 11), Tea(3, 100, 0)]).Against(DailyOrdersReference.From).Mutate().RunAsync(TestContext.Current.CancellationToken);

        ShouldStandIn(Blocks(Read("docs/mutants.md"), "```mutants").Single(), score.ToString().Split('\n'));
        daily.Against(DailyOrdersReference.From).Mutate().ShouldAllBeKilled().ShouldSatisfyAllConditions(s => s.Killed.ShouldBe(24), s => s.Count(MutantStatus.Equivalent).ShouldBe(8));
        string.Join('\n', Lines).ShouldContain("Generated cases kill all 24;");
    }

    [Theory]
    [InlineData("```console", "command")]
    [InlineData("```compared", "command", "compare")]
    public async Task The_commands_print_what_stands_there(string fence, params string[] commands)
    {
        using var shell = new Shell();
        var printed = "";
        foreach (var line in commands.SelectMany(c => Lines.SkipWhile(l => l != $"<!-- {c} -->").TakeWhile(l => l != $"<!-- /{c} -->")).Where(l => l.StartsWith("sqlharness ", StringComparison.Ordinal)))
        {
            var answer = await shell.RunAsync([.. line.Split(' ').Skip(1).Select(word => word.Contains('.', StringComparison.Ordinal) ? "/" + word : word)]);
            answer.Error.ShouldBe("");
            printed = answer.Out;
        }

        var shown = Blocks(Lines, fence).Single();
        shown.Count.ShouldBeGreaterThan(3);
        foreach (var line in shown)
            printed.Split('\n').Select(l => l.TrimEnd()).ShouldContain(line);
    }

    [Fact]
    public void It_is_short_and_shows_code_early()
    {
        Lines.Length.ShouldBeLessThanOrEqualTo(300);
        Array.IndexOf(Lines, "```csharp").ShouldBeLessThan(25);
    }

    /// <summary>The README's lines stand in a report in their order; dots, alone or at the end of a line, stand for what is left out.</summary>
    static void ShouldStandIn(List<string> shown, string[] report)
    {
        var at = 0;
        foreach (var line in shown.Select(l => l.TrimEnd()).Where(l => l.Trim() != "..."))
        {
            var found = Array.FindIndex(report, at, l => line.EndsWith("...", StringComparison.Ordinal) ? l.StartsWith(line[..^3], StringComparison.Ordinal) : l.TrimEnd() == line);
            found.ShouldBeGreaterThanOrEqualTo(at, $"The README shows '{line}', but the report is\n{string.Join('\n', report)}");
            at = found + 1;
        }

        at.ShouldBeGreaterThan(10);
    }

    static IEnumerable<List<string>> Blocks(string[] lines, string fence)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == fence)
                yield return [.. lines.Skip(i + 1).TakeWhile(l => l != "```")];
        }
    }

    static string Flat(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
}
