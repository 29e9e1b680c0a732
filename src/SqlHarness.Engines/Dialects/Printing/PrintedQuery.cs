using SqlHarness.Engines.Dialects.Layout;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>A query as it was printed: its steps, and the SELECT over them.</summary>
/// <param name="With">What the WITH clause begins with.</param>
/// <param name="Steps">The steps, in order, with their names as they are written.</param>
/// <param name="Select">The SELECT over them.</param>
/// <param name="IsOrdered">Whether its rows have an order.</param>
sealed record PrintedQuery(string With, IReadOnlyList<(string Name, Doc Body)> Steps, Doc Select, bool IsOrdered)
{
    /// <summary>All of it.</summary>
    public Doc Whole => Steps.Count == 0 ? Select : Doc.Of(With, " ", Doc.Join(Doc.Of(",", Doc.HardLine, Doc.HardLine), Steps.Select(Step)), Doc.HardLine, Doc.HardLine, Select);

    static Doc Step((string Name, Doc Body) step) => Doc.Of(step.Name, " AS (", Doc.Nest(Doc.HardLine, step.Body), Doc.HardLine, ")");
}
