using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>The fields of <c>--format json</c> are those that docs/compare.md lists, all of them, and no others.</summary>
public sealed partial class JsonFieldTests : IDisposable
{
    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task What_is_documented_is_there_and_what_is_there_is_documented()
    {
        // Something of everything: columns and rows of one side, a rule that hides, an explanation with a counterexample, what is masked.
        static string Row(int id, decimal sale, string name, string more) => string.Create(CultureInfo.InvariantCulture, $"{id},{(id % 2 == 0 ? "north" : "south")},{sale},{name},{more}");
        _shell.Write("old.csv", ["id,region,sale,name,only_left", .. Enumerable.Range(1, 40).Select(i => Row(i, i, "a", "x"))]);
        _shell.Write("new.csv", ["id,region,sale,name,only_right", .. Enumerable.Range(2, 40).Select(i => Row(i, i == 40 ? 7 : i * 100, i == 3 ? "a " : "a", "y"))]);
        var run = await _shell.RunAsync("compare", "/old.csv", "/new.csv", "--key", "id", "--levels", "region", "--measures", "sale", "--tolerance", "name=trim", "--tolerance", "sum:sale=0.01", "--mask", "name", "--format", "json");
        (run.ExitCode, run.Error).ShouldBe((1, ""));
        var found = new HashSet<string>();
        var documented = Documented();
        documented.Count.ShouldBeGreaterThan(50);
        Collect(JsonDocument.Parse(run.Out).RootElement, "");
        found.Order().ShouldBe(documented.Order());

        // Objects of which no fields are listed hold the table's own columns.
        void Collect(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in element.EnumerateArray())
                    Collect(one, path);
            }
            else if (element.ValueKind == JsonValueKind.Object && path.Length > 0 && !documented.Any(d => d.StartsWith(path, StringComparison.Ordinal)))
                element.EnumerateObject().Select(p => p.Name).Except(["id", "region", "sale", "name"]).ShouldBeEmpty($"{path} has fields that are not documented");
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                {
                    found.Add(path + property.Name);
                    Collect(property.Value, $"{path}{property.Name}.");
                }
            }
        }
    }

    /// <summary>The fields of the page's table, with those that they stand in: <c>totals.measures.delta</c>. Behind <c>x[]</c> with, up to the semicolon, are the fields of x.</summary>
    static HashSet<string> Documented()
    {
        HashSet<string> fields = [];
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "compare.md")).SkipWhile(l => l != "## JSON").SkipWhile(l => !l.StartsWith('|')).Skip(2).TakeWhile(l => l.StartsWith('|'));
        foreach (var cells in lines.Select(l => l.Split('|')))
        {
            foreach (var outer in Name().Matches(cells[1]).Select(m => m.Groups["name"].Value.Replace("[]", "", StringComparison.Ordinal)))
            {
                fields.Add(outer);
                foreach (var part in cells[2].Split(';'))
                {
                    var (within, last) = (outer, outer);
                    foreach (var match in Name().Matches(part).Where(m => !m.Groups["name"].Value.StartsWith('-')))
                    {
                        if (match.Groups["before"].Value == " with ")
                            within = last;
                        last = $"{within}.{match.Groups["name"].Value.Replace("[]", "", StringComparison.Ordinal)}";
                        fields.Add(last);
                    }
                }
            }
        }

        return fields;
    }

    [GeneratedRegex("(?<before>[^`]*)`(?<name>[^`]+)`")]
    private static partial Regex Name();
}
