using LinqToDB;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tests.Comparisons;

namespace SqlHarness.ConformanceTests;

/// <summary>On every engine, alone and beside another, a text is compared with a value of another type by what it says.</summary>
public class TextBesideTypesTests
{
    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task By_what_they_say(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        await using var other = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        var (texts, values) = (TextCases.Side(workspace, workspace.Load(TextCases.Texts)), TextCases.Side(workspace, workspace.Load(TextCases.Values)));
        var (textsThere, valuesThere) = (TextCases.Side(other, other.Load(TextCases.Texts)), TextCases.Side(other, other.Load(TextCases.Values)));
        foreach (var (left, right) in new[] { (texts, values), (texts, valuesThere), (textsThere, values) })
        {
            var compared = await Comparison.OfAsync(left, right, new() { Key = ["id"] }, cancellationToken: TestContext.Current.CancellationToken);
            TextCases.Found(compared).ShouldBe(TextCases.Expected, compared.Run.Method);
        }
    }
}
