using System.Reflection;
using PublicApiGenerator;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Testing;

namespace SqlHarness.Tests;

/// <summary>The public API as text. A change of it is a change of <c>fixtures/api</c>: SQLHARNESS_APPROVE=1 writes the files, and the diff is reviewed.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Assemblies => [.. new[] { typeof(SessionizeOptions), typeof(Engine), typeof(Harness) }.Select(t => t.Assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Is_what_was_approved(string assembly)
    {
        var file = Path.Combine(Repository.Root, "fixtures", "api", assembly + ".txt");
        var api = Assembly.Load(assembly).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = [typeof(SpelledAttribute).FullName!] }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("SQLHARNESS_APPROVE") == "1")
            File.WriteAllText(file, api);
        api.ShouldBe(File.ReadAllText(file), $"the public API of {assembly} differs from fixtures/api; SQLHARNESS_APPROVE=1 dotnet test approves it");
    }
}
