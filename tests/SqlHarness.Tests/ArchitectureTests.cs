using System.Reflection;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;

namespace SqlHarness.Tests;

public class ArchitectureTests
{
    static IEnumerable<string> Sources => Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    static string[] Ours(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("SqlHarness", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Project_arrows_run_one_way()
    {
        Ours(typeof(SessionizeOptions).Assembly).ShouldBe([]);
        Ours(typeof(Engine).Assembly).ShouldBe(["SqlHarness"]);
        Ours(typeof(Harness).Assembly).ShouldBe(["SqlHarness", "SqlHarness.Engines"]);
        Ours(typeof(Application).Assembly).ShouldBe(["SqlHarness", "SqlHarness.Engines", "SqlHarness.Testing"]);
    }

    [Fact]
    public void The_core_depends_on_linq2db_alone() =>
        typeof(SessionizeOptions).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal)).ShouldBe(["linq2db"]);

    [Fact]
    public void Engines_reference_embedded_drivers_only() =>
        typeof(Engine).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n is "Npgsql" or "MySqlConnector" or "ClickHouse.Driver" or "Microsoft.Data.SqlClient").ShouldBeEmpty();

    [Fact]
    public void References_never_mention_linq2db()
    {
        var references = Sources.Where(f => f.EndsWith("Reference.cs", StringComparison.Ordinal)).ToList();
        references.ShouldNotBeEmpty();
        references.Where(f => File.ReadAllText(f).Contains("LinqToDB", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Internals_of_linq2db_are_used_only_where_allowed() =>
        Sources.Where(f => f.Contains("/src/", StringComparison.Ordinal) && File.ReadAllText(f).Contains("using LinqToDB.Internal", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(f)!).Replace('\\', '/')).Distinct()
            .ShouldAllBe(d => d == "src/SqlHarness/Portability" || d.StartsWith("src/SqlHarness.Testing/Statements", StringComparison.Ordinal) || d.StartsWith("src/SqlHarness.Engines", StringComparison.Ordinal));

    [Fact]
    public void Files_have_at_most_400_lines() => Sources.Where(f => File.ReadLines(f).Count() > 400).ShouldBeEmpty();
}
