using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>Lists the SELECTs of a statement in the order in which one reads it: CTEs first, what a SELECT reads before itself.</summary>
sealed class StatementLevels
{
    /// <summary>The level that a statement returns.</summary>
    public const string Result = "result";

    readonly List<StatementLevel> _levels = [];
    readonly HashSet<SelectQuery> _entered = [];
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    StatementLevels() { }

    /// <summary>The levels; each once, though CTEs are read several times.</summary>
    public static IReadOnlyList<StatementLevel> Of(SqlStatement statement)
    {
        var levels = new StatementLevels();
        if (statement is SqlStatementWithQueryBase { With.Clauses: var clauses })
        {
            foreach (var cte in clauses.Where(c => c.Body is not null))
                levels.Add(cte.Body!, cte.Name ?? "cte", false);
        }

        if (statement.SelectQuery is { } query)
            levels.Add(query, Result, false);
        return levels._levels;
    }

    void Add(SelectQuery query, string name, bool isInExpression)
    {
        if (!_entered.Add(query))
            return;
        foreach (var source in query.From.Tables)
            AddSources(source, name, isInExpression);
        foreach (var expression in Levels.Expressions(query).Concat(query.From.Tables.SelectMany(Joins).Select(j => j.Condition)))
            AddWithin(expression, name);
        _levels.Add(new(Unique(name), query, isInExpression));
        foreach (var set in query.SetOperators)
            Add(set.SelectQuery, $"{name}, {Word(set.Operation)}", isInExpression);
    }

    void AddSources(SqlTableSource source, string name, bool isInExpression)
    {
        if (source.Source is SelectQuery query)
            Add(query, query.QueryName ?? $"{name}, from", isInExpression);
        foreach (var join in source.Joins)
        {
            // What is applied runs for each row on its left.
            var isApplied = join.JoinType is JoinType.CrossApply or JoinType.OuterApply or JoinType.FullApply or JoinType.RightApply;
            AddSources(join.Table, $"{name}, join", isInExpression || isApplied);
        }
    }

    void AddWithin(IQueryElement expression, string name) => expression.VisitParentFirst(e =>
    {
        if (e is SelectQuery query)
            Add(query, $"{name}, sub-query", true);
        // Columns of other levels hang on their queries.
        return e is not (SelectQuery or SqlColumn or SqlField or SqlCteTableField);
    });

    static IEnumerable<SqlJoinedTable> Joins(SqlTableSource source) => source.Joins.SelectMany(j => Joins(j.Table).Prepend(j));

    string Unique(string name) => Enumerable.Range(1, _names.Count + 1).Select(i => i == 1 ? name : FormattableString.Invariant($"{name} {i}"))
        .First(_names.Add);

    /// <summary>A set operator in words.</summary>
    public static string Word(SetOperation operation) => operation switch
    {
        SetOperation.Union => "union",
        SetOperation.UnionAll => "union all",
        SetOperation.Except => "except",
        SetOperation.ExceptAll => "except all",
        SetOperation.Intersect => "intersect",
        _ => "intersect all",
    };
}
