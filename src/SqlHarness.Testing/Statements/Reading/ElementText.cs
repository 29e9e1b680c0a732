using System.Globalization;
using System.Text.RegularExpressions;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>A part of a statement in one line that a person reads: columns by their names, with their source's where there are several, parameters by their values. It is the same in every run, and mostly on every engine.</summary>
static partial class ElementText
{
    /// <summary>The text.</summary>
    /// <param name="element">The part.</param>
    /// <param name="values">The values of the statement's parameters.</param>
    public static string Of(IQueryElement element, IReadOnlyParameterValues? values = null)
    {
        var writer = new QueryElementTextWriter();
        // Of a whole query only what stands in it is made readable.
        (element is SelectQuery or ClauseBase ? element : ReadableText.Of(element, values)).ToString(writer);
        return Spaces().Replace(Noise().Replace(Source().Replace(Cast().Replace(writer.ToString(), " AS $1)"), "$1$2"), ""), " ").Trim();
    }

    /// <summary>A constant as SQL would have it.</summary>
    public static string Value(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // What a sub-query reads: [refunds(59)] as t59 (<none>), CteTable(CTE(5, "starts")[261]) as t261 (x).
    [GeneratedRegex(@"(?:\[([^\](]+)\(\d+\)\]|CteTable\(CTE\(\d+, ""([^""]+)""\)\[\d+\]\)) as t\d+ \([^)]*\)")]
    private static partial Regex Source();

    // CAST(x AS (System.Nullable`1[System.Double], Double)): the first is C#'s type.
    [GeneratedRegex(@" AS \((?:System\.Nullable`1\[)?(?:\w+\.)*(\w+)\]?(?:, [^()]*)?\)\)")]
    private static partial Regex Cast();

    // Prefixes of sources and numbers of nodes differ from one translation to the next; ? says that a column may be NULL.
    [GeneratedRegex(@"\bt\d+\.|(?<=[\w\])])\?|\{\d*\}|\$(?=[A-Z])|(?<=[A-Z])\$|\(\d+\) (?=SELECT|GROUP)| as t\d+ \([^)]*\)")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
