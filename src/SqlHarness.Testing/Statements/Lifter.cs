using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>
/// Rewrites a SELECT over tables so that one execution answers every case: for tables that hold the rows of all cases, beside a column with the row's case, it returns for each
/// case what the statement returns over that case's rows alone, with the case as one more column, the last.
/// </summary>
/// <remarks>
/// Two rules do it. A query that stands for rows (the root, a sub-query in FROM, a CTE) is <em>threaded</em>: it gets the case as a column, and keeps cases apart in joins, groups,
/// windows, limits and set operators. A sub-query within an expression is <em>correlated</em>: all that it reads is restricted to the case of the outer row, so that the rest of it
/// means what it meant. What depends on no table is left as it is and shared by all cases.
/// Flattening of nested queries over an iteration column is from Grust, Rittinger and Schreiber, "Avalanche-Safe LINQ Compilation" (VLDB 2010).
/// </remarks>
sealed class Lifter
{
    readonly CaseSchema _cases;
    readonly Reach _reach = new();
    readonly Sources _sources;
    readonly Dictionary<CteClause, SqlCteField> _ctes = [];
    readonly Dictionary<SelectQuery, ISqlExpression> _threaded = [];
    readonly Dictionary<SelectQuery, ISqlExpression> _correlated = [];

    Lifter(CaseSchema cases)
    {
        _cases = cases;
        _sources = new(this, cases, _reach);
    }

    /// <summary>Rewrites a statement in place.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="cases">The tables that it may read.</param>
    /// <param name="correlates">Whether sub-queries within expressions read these tables.</param>
    /// <exception cref="CannotLiftException">It contains something that cannot be lifted.</exception>
    public static SqlStatement Lift(SqlStatement statement, CaseSchema cases, out bool correlates)
    {
        if (statement is not SqlSelectStatement select)
            throw new CannotLiftException($"A {statement.QueryType} statement cannot be lifted: only SELECT can.");
        Refusals.Check(select);
        var lifter = new Lifter(cases);
        lifter.Thread(select.SelectQuery);
        correlates = lifter._correlated.Count > 0;
        return select;
    }

    /// <summary>Gives a query that stands for rows the case as its last column.</summary>
    public ISqlExpression Thread(SelectQuery query)
    {
        if (_threaded.TryGetValue(query, out var known))
            return known;
        foreach (var other in query.SetOperators)
            ThreadBranch(other.SelectQuery);
        return _threaded[query] = ThreadBranch(query);
    }

    SqlColumn ThreadBranch(SelectQuery query) =>
        query.Select.TakeValue is null && query.Select.SkipValue is null ? ThreadLevel(query) : AddColumn(query, new Paging(this).Number(query));

    /// <summary>Gives one level without TAKE and SKIP the case as its last column.</summary>
    public SqlColumn ThreadLevel(SelectQuery query) => AddColumn(query, Aggregates.All(query) ? ThreadAggregate(query) : ThreadRows(query));

    /// <summary>Keeps the cases of one level apart.</summary>
    ISqlExpression ThreadRows(SelectQuery query)
    {
        var key = _sources.Join(query) ?? AddCases(query);
        Correlate(Levels.Expressions(query), key);
        Windows.Partition(query, key);
        if (!query.GroupBy.IsEmpty)
            query.GroupBy.Items.Add(key);
        return key;
    }

    /// <summary>
    /// An aggregate of all rows has one row for every case, also for one without rows: the aggregates are computed by group in a sub-query, and the list of cases is left-joined
    /// to it. What is computed from aggregates stays outside, where a missing group is what the aggregates are over nothing: 0 for a count, NULL for the others.
    /// </summary>
    ISqlExpression ThreadAggregate(SelectQuery query)
    {
        var grouped = new SelectQuery { IsParameterDependent = query.IsParameterDependent };
        grouped.From.Tables.AddRange(query.From.Tables);
        query.From.Tables.Clear();
        query.Where.SearchCondition.MoveTo(grouped.Where.SearchCondition);
        // There is one row a case to order.
        query.OrderBy.Items.Clear();
        Dictionary<IQueryElement, ISqlExpression> outer = new(ReferenceEqualityComparer.Instance);
        foreach (var aggregate in Aggregates.Of(query))
        {
            var column = new SqlColumn(grouped, aggregate);
            grouped.Select.Columns.Add(column);
            outer.Add(aggregate, Aggregates.Counts(aggregate) ? Conditions.Either(new(typeof(long), DataType.Int64), column, new SqlValue(0)) : column);
        }

        new Replacement(outer).Output(query);
        query.Having.SearchCondition.MoveTo(query.Where.SearchCondition);
        Refusals.CheckMoved(query, grouped);

        var groupKey = ThreadRows(grouped);
        grouped.GroupBy.Items.Add(groupKey);
        var joinKey = AddColumn(grouped, groupKey);

        var (source, key) = _cases.Cases();
        var join = new SqlJoinedTable(JoinType.Left, grouped, null, false);
        join.Condition.Require(Conditions.Same(key, joinKey));
        source.Joins.Add(join);
        query.From.Tables.Add(source);
        Correlate(Levels.Expressions(query), key);
        Windows.Partition(query, key);
        return key;
    }

    /// <summary>Restricts the sub-queries within expressions to the case of the outer row.</summary>
    public void Correlate(IEnumerable<IQueryElement> expressions, ISqlExpression key) => Correlate(expressions, _ => key);

    /// <summary>The same, where there are several columns with that case.</summary>
    public void Correlate(IEnumerable<IQueryElement> expressions, Func<SelectQuery, ISqlExpression> key)
    {
        foreach (var expression in expressions)
        {
            expression.VisitParentFirst(e =>
            {
                if (e is SelectQuery query)
                    CorrelateQuery(query, key(query));
                return e is SqlTable or SqlCteTable
                    ? throw new CannotLiftException("A table that stands in an expression as a value cannot be lifted.")
                    : e is not SelectQuery;
            });
        }
    }

    /// <summary>Restricts all that a sub-query reads to the case of the outer row.</summary>
    public void CorrelateQuery(SelectQuery query, ISqlExpression key)
    {
        if (!_reach.Of(query))
            return;
        if (_correlated.TryGetValue(query, out var other))
        {
            if (!ReferenceEquals(other, key))
                throw new CannotLiftException("A sub-query that stands on two levels of a query at once cannot be lifted.");
            return;
        }

        _correlated.Add(query, key);
        foreach (var branch in Levels.Branches(query))
        {
            var own = _sources.Join(branch);
            if (own is not null)
                branch.Where.SearchCondition.Require(Conditions.Same(own, key));
            Correlate(Levels.Expressions(branch), own ?? key);
        }
    }

    /// <summary>The case of a CTE's rows, where one refers to it.</summary>
    public SqlCteTableField Field(SqlCteTable table, CteClause cte)
    {
        var field = new SqlCteTableField(Key(cte));
        table.Add(field);
        return field;
    }

    SqlCteField Key(CteClause cte)
    {
        if (_ctes.TryGetValue(cte, out var known))
            return known;
        // A CTE of which no column is used has no fields, but its body has a column; fields and columns pair by position.
        foreach (var column in cte.Body!.Select.Columns.Skip(cte.Fields.Count).ToList())
            cte.Fields.Add(new(CaseSchema.Type, $"unused_{cte.Fields.Count}") { Column = column });
        // Known before the body is threaded, which reads the CTE itself where that is recursive.
        var key = new SqlCteField(CaseSchema.Type, CaseSchema.Column);
        _ctes.Add(cte, key);
        cte.Fields.Add(key);
        key.Column = (SqlColumn)Thread(cte.Body);
        return key;
    }

    ISqlExpression AddCases(SelectQuery query)
    {
        var (source, key) = _cases.Cases();
        query.From.Tables.Add(source);
        return key;
    }

    static SqlColumn AddColumn(SelectQuery query, ISqlExpression key)
    {
        var column = new SqlColumn(query, key, CaseSchema.Column);
        query.Select.Columns.Add(column);
        return column;
    }
}
