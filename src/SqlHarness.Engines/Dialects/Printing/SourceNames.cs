using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>
/// What the sources of a query are called: by their own names, as long as these are different; a source that is read twice is numbered. A query in FROM is called by what it reads.
/// </summary>
static class SourceNames
{
    /// <param name="query">The query.</param>
    /// <param name="steps">The names of its steps.</param>
    /// <param name="outer">Names that are taken by the queries around it.</param>
    public static Dictionary<ISqlTableSource, string> Of(SelectQuery query, IReadOnlyDictionary<CteClause, string> steps, IEnumerable<string> outer)
    {
        var taken = new HashSet<string>(outer, StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<ISqlTableSource, string>(ReferenceEqualityComparer.Instance);
        foreach (var source in In(query))
        {
            var own = Own(source, steps);
            var name = own;
            for (var i = 2; !taken.Add(name); i++)
                name = $"{own}_{i}";
            names.Add(source, name);
        }

        return names;
    }

    /// <summary>The sources of a query, from left to right.</summary>
    public static IEnumerable<ISqlTableSource> In(SelectQuery query) => query.From.Tables.SelectMany(In);

    static IEnumerable<ISqlTableSource> In(SqlTableSource table) => table.Joins.SelectMany(j => In(j.Table)).Prepend(table.Source);

    /// <summary>A source's own name.</summary>
    public static string Own(ISqlTableSource source, IReadOnlyDictionary<CteClause, string> steps) => source switch
    {
        SqlCteTable { Cte: { } step } => steps[step],
        SqlTable { SqlTableType: SqlTableType.Table } table => table.TableName.Name,
        SelectQuery query when In(query).ToList() is [var single] => Own(single, steps),
        SelectQuery => "joined",
        _ => "source",
    };
}
