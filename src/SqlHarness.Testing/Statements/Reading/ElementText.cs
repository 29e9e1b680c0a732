using System.Text.RegularExpressions;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>
/// A part of a statement in one line that a person reads, the same on every engine: columns by their names, with their source's where there are
/// several, parameters by their values.
/// </summary>
static partial class ElementText
{
    /// <summary>The text.</summary>
    /// <param name="element">The part.</param>
    /// <param name="values">The values of the statement's parameters.</param>
    public static string Of(IQueryElement element, IReadOnlyParameterValues? values = null)
    {
        var writer = new QueryElementTextWriter();
        (element is SelectQuery ? element : ReadableText.Of(element, e => Constant(e, values))).ToString(writer);
        var text = writer.ToString();
        List<SqlParameter> parameters = [];
        element.VisitAll(parameters, static (found, e) =>
        {
            if (e is SqlParameter parameter)
                found.Add(parameter);
        });
        foreach (var parameter in parameters.DistinctBy(p => p.Name))
            text = Regex.Replace(text, $@"@{Regex.Escape(parameter.Name ?? "")}(\([A-Z]:\d+\))?", _ => Value(parameter, values));
        return Spaces().Replace(Noise().Replace(Sources().Replace(text, "$1$2"), ""), " ").Trim();
    }

    static IEnumerable<object> Constant(ISqlExpression expression, IReadOnlyParameterValues? values) => expression switch
    {
        SqlValue { Value: { } value } => [value],
        SqlParameter parameter when values is not null && values.TryGetValue(parameter, out var given) => given.ProviderValue is { } value ? [value]
            : [],
        SqlParameter { Value: { } value } => [value],
        _ => [],
    };

    static string Value(SqlParameter parameter, IReadOnlyParameterValues? values)
    {
        var value = values is not null && values.TryGetValue(parameter, out var given) ? given.ProviderValue : parameter.Value;
        return value is null or System.Collections.IEnumerable and not string ? $"@{parameter.Name}" : CSharpText.Value(value);
    }

    // Prefixes of sources and numbers of nodes differ from one translation to the next; ? says that a column may be NULL.
    [GeneratedRegex(@"\bt\d+\.|(?<=[\w\])])\?|\{\d+\}|\$(?=[A-Z])|(?<=[A-Z])\$|\(\d+\)\s+(?=(SELECT|GROUP BY)\b)|\sas t\d+ \([^)]*\)")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\[(\w+)\(\d+\)\]|CteTable\(CTE\(\d+, ""([^""]*)""\)\[\d+\]\)")]
    private static partial Regex Sources();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
