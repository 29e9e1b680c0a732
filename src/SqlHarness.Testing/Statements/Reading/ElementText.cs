using System.Text.RegularExpressions;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>A part of a statement in one line that a person reads: columns by their names alone, parameters by their values.</summary>
static partial class ElementText
{
    /// <summary>The text.</summary>
    /// <param name="element">The part.</param>
    /// <param name="values">The values of the statement's parameters.</param>
    public static string Of(IQueryElement element, IReadOnlyParameterValues? values = null)
    {
        var writer = new QueryElementTextWriter();
        element.ToString(writer);
        var text = writer.ToString();
        List<SqlParameter> parameters = [];
        element.VisitAll(parameters, static (found, e) =>
        {
            if (e is SqlParameter parameter)
                found.Add(parameter);
        });
        foreach (var parameter in parameters.DistinctBy(p => p.Name))
            text = Regex.Replace(text, $@"@{Regex.Escape(parameter.Name ?? "")}(\([A-Z]:\d+\))?", _ => Value(parameter, values));
        return Spaces().Replace(Noise().Replace(text, ""), " ").Trim();
    }

    static string Value(SqlParameter parameter, IReadOnlyParameterValues? values)
    {
        var value = values is not null && values.TryGetValue(parameter, out var given) ? given.ProviderValue : parameter.Value;
        return value is null or System.Collections.IEnumerable and not string ? $"@{parameter.Name}" : CSharpText.Value(value);
    }

    // Prefixes of sources and numbers of nodes differ from one translation to the next; ? says that a column may be NULL.
    [GeneratedRegex(@"\bt\d+\.|(?<=[\w\])])\?|\{\d+\}|\$(?=[A-Z])|(?<=[A-Z])\$")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
