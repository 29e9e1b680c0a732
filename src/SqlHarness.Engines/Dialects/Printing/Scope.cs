using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>A query that is being printed: what its sources are called, and whether columns must say from which they are.</summary>
/// <param name="Query">The query.</param>
/// <param name="Names">The names of its sources.</param>
/// <param name="Qualifies">Whether its columns are written with the source's name.</param>
sealed record Scope(SelectQuery Query, IReadOnlyDictionary<ISqlTableSource, string> Names, bool Qualifies)
{
    /// <summary>Whether texts are written as they are compared, because rows are grouped or made distinct by them.</summary>
    public bool ComparesTexts { get; init; }
}
