using System.Globalization;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Testing.Reports;

/// <summary>A counterexample as a complete test.</summary>
static class FactText
{
    public static string Of(Counterexample found)
    {
        var which = string.Create(CultureInfo.InvariantCulture, $"case_{found.Original.Id}{(found.Cases.Seed is { } seed ? $"_of_seed_{seed}" : "")}");
        return found.Code.Fact(found.Property, which, found.Shrunk.Smallest.Case.Input, found.Engine).ReplaceLineEndings("\n");
    }

    /// <summary>The engine as C# makes it.</summary>
    public static string Engine(string name) => name switch
    {
        "sqlite" => "Engine.Sqlite()",
        "duckdb" => "Engine.DuckDb()",
        _ => Dialect.All.FirstOrDefault(d => name.StartsWith(d.Name, StringComparison.Ordinal)) is { } dialect
            ? $"Engine.For(Dialect.Named(\"{dialect}\"), Connect{(name == dialect.Name ? "" : ", printed: true")})" : $"engine /* {name} */",
    };
}
