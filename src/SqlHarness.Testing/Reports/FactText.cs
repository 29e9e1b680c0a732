using System.Globalization;
using System.Text;

namespace SqlHarness.Testing.Reports;

/// <summary>A counterexample as a complete test. It uses the author's own text for query and reference, so it is pasted into the class that these were written in.</summary>
static class FactText
{
    public static string Of<TRow>(Counterexample<TRow> found) where TRow : class
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{CSharpText.Identifier(found.Property)}_case_{found.Original.Id}{(found.Cases.Seed is { } seed ? $"_of_seed_{seed}" : "")}");
        var text = new StringBuilder()
            .Append("[Fact]\n")
            .Append(CultureInfo.InvariantCulture, $"public void {name}() =>\n")
            .Append(CultureInfo.InvariantCulture, $"    Property.Of({CSharpText.Value(found.Property)}, {found.Code.Kind},\n")
            .Append(CultureInfo.InvariantCulture, $"        {found.Code.Query},\n")
            .Append(CultureInfo.InvariantCulture, $"        {found.Code.CaseOf},\n")
            .Append(CultureInfo.InvariantCulture, $"        {found.Code.Claim})\n")
            .Append(CultureInfo.InvariantCulture, $"        .Prove(CaseLists.Of<{typeof(TRow).Name}>(\n        [[\n");
        foreach (var row in found.Shrunk.Smallest.Case.Rows)
            text.Append(CultureInfo.InvariantCulture, $"            {CSharpText.Row(row)},\n");
        return text.Append(CultureInfo.InvariantCulture, $"        ]]), {Engine(found.Engine)});").ToString().ReplaceLineEndings("\n");
    }

    static string Engine(string name) => name switch
    {
        "sqlite" => "Engine.Sqlite()",
        "duckdb" => "Engine.DuckDb()",
        _ => $"engine /* {name} */",
    };
}
