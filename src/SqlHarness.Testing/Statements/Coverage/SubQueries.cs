using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Coverage.Probes;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>Tells what sub-queries depend on.</summary>
static class SubQueries
{
    /// <summary>Checks that what a sub-query reads can be read beside the row that it is run for, instead of for it.</summary>
    /// <exception cref="CannotProbeException">A query in its FROM refers to that row.</exception>
    public static void CheckSources(IEnumerable<SqlTableSource> sources)
    {
        if (sources.SelectMany(Levels.Sources).OfType<SelectQuery>().Any(AreCorrelated))
            throw new CannotProbeException("What a sub-query reads refers to the row that it is run for.");
    }

    /// <summary>Whether a query refers to columns of a level outside it.</summary>
    public static bool AreCorrelated(SelectQuery query)
    {
        HashSet<ISqlTableSource> inside = [query];
        query.VisitAll(e =>
        {
            if (e is SqlTableSource { Source: var source })
                inside.Add(source);
            else if (e is SelectQuery other)
                inside.Add(other);
        });
        return query.Find(inside, static (inside, e) => e switch
        {
            SqlField { Table: { } table } => !inside.Contains(table),
            SqlCteTableField { Table: { } table } => !inside.Contains(table),
            SqlColumn { Parent: { } parent } => !inside.Contains(parent),
            _ => false,
        }) is not null;
    }
}
