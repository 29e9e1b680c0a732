using System.Globalization;
using System.Text;

namespace SqlHarness.Testing.Reports;

/// <summary>The C# text of a property's parts as its author wrote them, for the test in a report.</summary>
/// <param name="Kind">The kind of table.</param>
/// <param name="Query">The query.</param>
/// <param name="CaseOf">The case of a result.</param>
/// <param name="Claim">The reference or relation.</param>
public sealed record PropertyCode(string Kind, string Query, string CaseOf, string Claim) : IFactWriter
{
    string IFactWriter.Fact(string property, string found, IReadOnlyList<object> rows, Type rowType, string engine)
    {
        var text = new StringBuilder()
            .Append("[Fact]\n")
            .Append(CultureInfo.InvariantCulture, $"public void {CSharpText.Identifier(property)}_{found}() =>\n")
            .Append(CultureInfo.InvariantCulture, $"    Property.Of({CSharpText.Value(property)}, {Kind},\n        {Query},\n        {CaseOf},\n        {Claim})\n")
            .Append(CultureInfo.InvariantCulture, $"        .Prove(CaseLists.Of<{rowType.Name}>(\n        [[\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"            {CSharpText.Row(row)},\n");
        return text.Append(CultureInfo.InvariantCulture, $"        ]]), {FactText.Engine(engine)});").ToString();
    }
}
