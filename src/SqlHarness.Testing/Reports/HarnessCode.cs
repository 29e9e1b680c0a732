using System.Globalization;
using System.Text;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Reports;

/// <summary>How a query under test was written, for the test in a report.</summary>
/// <param name="query">The query: <c>Harness.For&lt;Order, Revenue&gt;(DailyRevenue.From)</c>.</param>
/// <param name="tables">The tables' entity types.</param>
/// <param name="claim">What was claimed: <c>.Against(DailyRevenueReference.From)</c>.</param>
sealed class HarnessCode(string query, IReadOnlyList<Type> tables, string claim)
{
    /// <summary>What was claimed.</summary>
    public string Claim => claim;

    /// <summary>Statements that the test begins with.</summary>
    public string Preamble { get; private init; } = "";

    /// <summary>The same, beginning with a statement.</summary>
    public HarnessCode With(string statement) => new(query, tables, claim) { Preamble = statement };

    /// <summary>The same of another claim.</summary>
    public HarnessCode Of(string otherClaim) => new(query, tables, otherClaim) { Preamble = Preamble };

    /// <summary>A counterexample as a complete test, to be pasted into the class that the property was written in.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="found">Which case it was, as an identifier's end: <c>case_12_of_seed_7</c>.</param>
    /// <param name="input">The smallest case.</param>
    /// <param name="engine">The engine's name.</param>
    public string Fact(string property, string found, InputCase input, string engine)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"[Fact]\npublic void {CSharpText.Identifier(property)}_{found}(){(Preamble.Length == 0 ? " =>" : $"\n{{\n    {Preamble}")}\n    {query}\n        .Given(\n");
        for (var table = 0; table < tables.Count; table++)
        {
            var own = input.Tables[table].Select(row => $"                {CSharpText.Row(row)},\n").ToList();
            text.Append(own.Count == 0 ? "            []" : $"            [\n{string.Concat(own)}            ]").Append(table < tables.Count - 1 ? ",\n" : ")\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"        .On({FactText.Engine(engine)})\n        {claim}");
        return text.Append(claim.StartsWith(".ShouldReturn", StringComparison.Ordinal) ? ";" : "\n        .Check();").Append(Preamble.Length == 0 ? "" : "\n}").ToString();
    }
}
