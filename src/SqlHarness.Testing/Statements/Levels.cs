using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>The parts of one level of a query, without the sources it reads.</summary>
static class Levels
{
    /// <summary>A query and those that it is united with or reduced by.</summary>
    public static IEnumerable<SelectQuery> Branches(SelectQuery query) => [query, .. query.SetOperators.Select(o => o.SelectQuery)];

    /// <summary>What is computed from grouped rows, where there are groups.</summary>
    public static IEnumerable<IQueryElement> Output(SelectQuery query) =>
        [.. query.Select.Columns.Select(c => c.Expression), query.Having.SearchCondition, .. query.OrderBy.Items.Select(i => i.Expression)];

    /// <summary>Every expression of the level but its join conditions.</summary>
    public static IEnumerable<IQueryElement> Expressions(SelectQuery query) =>
        [.. Output(query), query.Where.SearchCondition, .. query.GroupBy.Items, .. Some(query.Select.TakeValue), .. Some(query.Select.SkipValue)];

    /// <summary>
    /// Moves a whole level into a sub-query, from which it then selects its columns. The columns stay the objects that they are, since outer levels refer to them.
    /// </summary>
    /// <returns>The sub-query.</returns>
    public static SelectQuery Nest(SelectQuery query)
    {
        var inner = new SelectQuery { IsParameterDependent = query.IsParameterDependent, QueryName = query.QueryName };
        query.QueryName = null;
        Move(query.From.Tables, inner.From.Tables);
        query.Where.SearchCondition.MoveTo(inner.Where.SearchCondition);
        query.Having.SearchCondition.MoveTo(inner.Having.SearchCondition);
        Move(query.GroupBy.Items, inner.GroupBy.Items);
        Move(query.SetOperators, inner.SetOperators);
        inner.Select.IsDistinct = query.Select.IsDistinct;
        query.Select.IsDistinct = false;
        foreach (var column in query.Select.Columns)
        {
            var moved = new SqlColumn(inner, column.Expression, column.Alias);
            inner.Select.Columns.Add(moved);
            column.Expression = moved;
        }

        query.From.Tables.Add(new SqlTableSource(inner, null));
        return inner;
    }

    /// <summary>What a source reads, with all that is joined to it.</summary>
    public static IEnumerable<ISqlTableSource> Sources(SqlTableSource source) => [source.Source, .. source.Joins.SelectMany(j => Sources(j.Table))];

    /// <summary>Whether an expression refers to a column of one of some sources, itself or within a sub-query.</summary>
    public static bool Refers(IQueryElement element, IEnumerable<ISqlTableSource> sources) => element.Find(sources.ToHashSet(), static (sources, e) => e switch
    {
        SqlField { Table: { } table } => sources.Contains(table),
        SqlCteTableField { Table: { } table } => sources.Contains(table),
        SqlColumn { Parent: { } parent } => sources.Contains(parent),
        _ => false,
    }) is not null;

    static void Move<T>(List<T> from, List<T> to)
    {
        to.AddRange(from);
        from.Clear();
    }

    static IEnumerable<IQueryElement> Some(IQueryElement? element) => element is null ? [] : [element];
}
