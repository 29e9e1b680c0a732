using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>Tells levels with groups.</summary>
static class Grouping
{
    /// <summary>Whether a level makes groups of its rows, or one of all.</summary>
    public static bool Is(SelectQuery query) => !query.GroupBy.IsEmpty || Aggregates.All(query);
}
