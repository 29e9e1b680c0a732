using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>Where a sub-query stands that is run for each row of another level.</summary>
/// <param name="Owner">The level for whose rows it is run.</param>
/// <param name="Query">The sub-query.</param>
/// <param name="Place">In which part of the owner.</param>
/// <param name="In">The IN whose list it is; null for others.</param>
/// <param name="Apply">The join that applies it; null for others.</param>
sealed record Standing(StatementLevel Owner, SelectQuery Query, StandingPlace Place, SqlPredicate.InSubQuery? In, SqlJoinedTable? Apply)
{
    /// <summary>The sub-queries that stand directly on a level.</summary>
    public static IEnumerable<Standing> On(StatementLevel level)
    {
        var query = level.Query;
        var joins = query.From.Tables.SelectMany(Joins.Of).ToList();
        return [.. Within(level, [query.Where.SearchCondition], StandingPlace.Filter),
            .. Within(level, joins.Select(j => j.Join.Condition), StandingPlace.Join),
            .. Within(level, Levels.Output(query).Concat(query.GroupBy.Items), StandingPlace.Output), .. joins.Where(j => Joins.IsApply(j.Join))
                .Select(j => Applied(level, j.Join)).OfType<Standing>()];
    }

    static Standing? Applied(StatementLevel level, SqlJoinedTable join) =>
        join.Table is { Source: SelectQuery applied, Joins.Count: 0 } ? new(level, applied, StandingPlace.Apply, null, join) : null;

    static List<Standing> Within(StatementLevel level, IEnumerable<IQueryElement> elements, StandingPlace place)
    {
        List<Standing> found = [];
        foreach (var element in elements)
        {
            SqlPredicate.InSubQuery? list = null;
            element.VisitParentFirst(e =>
            {
                list = e as SqlPredicate.InSubQuery ?? list;
                if (e is SelectQuery query)
                    found.Add(new(level, query, place, list?.SubQuery == query ? list : null, null));
                return e is not (SelectQuery or SqlColumn or SqlField or SqlCteTableField);
            });
        }

        return found;
    }
}
