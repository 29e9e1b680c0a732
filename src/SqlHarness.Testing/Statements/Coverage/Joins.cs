using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>The joins of a level.</summary>
static class Joins
{
    /// <summary>All joins below a source, each with the source that it is joined to and its place there.</summary>
    public static IEnumerable<(SqlTableSource Left, int Place, SqlJoinedTable Join)> Of(SqlTableSource source) =>
        source.Joins.SelectMany((join, i) => Of(join.Table).Append((source, i, join)));

    /// <summary>Whether what is joined runs for each row on its left.</summary>
    public static bool IsApply(SqlJoinedTable join) =>
        join.JoinType is JoinType.CrossApply or JoinType.OuterApply or JoinType.FullApply or JoinType.RightApply;

    /// <summary>What a join has on its left: the source, and what was joined to it before.</summary>
    public static SqlTableSource LeftOf(SqlTableSource source, int place)
    {
        var left = new SqlTableSource(source.Source, source.Alias);
        left.Joins.AddRange(source.Joins.Take(place));
        return left;
    }
}
