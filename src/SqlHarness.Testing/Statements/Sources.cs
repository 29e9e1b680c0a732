using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Keeps the cases of what a query reads apart: every pair of sources that hold cases is joined on the case.</summary>
sealed class Sources(Lifter lifter, CaseSchema cases, Reach reach)
{
    /// <summary>Joins a query's sources on the case.</summary>
    /// <returns>The case of a joined row, never NULL; null when no source holds cases.</returns>
    public ISqlExpression? Join(SelectQuery query)
    {
        ISqlExpression? key = null;
        foreach (var table in query.From.Tables)
        {
            var other = Join(table);
            if (key is not null && other is not null)
                query.Where.SearchCondition.Require(Conditions.Same(key, other));
            key ??= other;
        }

        return key;
    }

    ISqlExpression? Join(SqlTableSource table)
    {
        var key = Key(table.Source);
        for (var i = 0; i < table.Joins.Count; i++)
        {
            var join = table.Joins[i];
            key = join.JoinType is JoinType.CrossApply or JoinType.OuterApply ? Apply(table, ref i, join, key) : Join(table, ref i, join, key);
        }

        return key;
    }

    ISqlExpression? Join(SqlTableSource table, ref int index, SqlJoinedTable join, ISqlExpression? left)
    {
        var right = Join(join.Table);
        if (left is null && right is null && !reach.Of(join.Condition))
            return null;
        // Rows that an outer join keeps without a partner need a case too.
        if (join.JoinType is JoinType.Left or JoinType.Full || left is null && right is null)
            left ??= InsertCases(table, ref index);
        if (join.JoinType is JoinType.Right or JoinType.Full)
            right ??= AppendCases(join.Table);
        if (left is not null && right is not null)
        {
            if (join.JoinType == JoinType.Cross)
                join.JoinType = JoinType.Inner;
            join.Condition.Require(Conditions.Same(left, right));
        }

        // Either key will do. DuckDB has no sub-query in an outer join's condition that refers to both sides, nor to the side whose rows are all kept.
        var onRight = Levels.Sources(join.Table).ToList();
        var onLeft = table.Joins.TakeWhile(j => j != join).SelectMany(j => Levels.Sources(j.Table)).Prepend(table.Source).ToList();
        lifter.Correlate([join.Condition], query =>
            (Levels.Refers(query, onRight), Levels.Refers(query, onLeft), join.JoinType) is (true, false, _) or (false, false, JoinType.Left) ? right ?? left! : left ?? right!);
        return join.JoinType switch
        {
            JoinType.Inner or JoinType.Cross or JoinType.Left => left ?? right,
            JoinType.Right => right,
            JoinType.Full => Conditions.Either(CaseSchema.Type, left!, right!),
            var other => throw new CannotLiftException($"A join of the kind {other} cannot be lifted."),
        };
    }

    /// <summary>An applied query is run for each row on its left, as a sub-query in an expression is.</summary>
    ISqlExpression? Apply(SqlTableSource table, ref int index, SqlJoinedTable join, ISqlExpression? left)
    {
        if (join.Table is not { Source: SelectQuery applied, Joins.Count: 0 })
            throw new CannotLiftException("An APPLY join to anything but a sub-query cannot be lifted.");
        if (!reach.Of(applied) && !reach.Of(join.Condition))
            return left;
        left ??= InsertCases(table, ref index);
        lifter.CorrelateQuery(applied, left);
        lifter.Correlate([join.Condition], left);
        return left;
    }

    ISqlExpression? Key(ISqlTableSource source) => source switch
    {
        SqlRawSqlTable => throw new CannotLiftException("A table given as raw SQL cannot be lifted: what it reads is not known."),
        SqlTable { SqlTableType: not SqlTableType.Table } or SqlTable { Expression: not null } => throw new CannotLiftException($"The table function {source} cannot be lifted."),
        SqlTable table when cases.Holds(table) => CaseSchema.AddColumn(table),
        SqlTable table => throw new CannotLiftException($"The table {table.TableName.Name} cannot be lifted: it is none of the query's inputs."),
        SqlCteTable { Cte: { } cte } table => reach.Of(cte) ? lifter.Field(table, cte) : null,
        SelectQuery query => reach.Of(query) ? lifter.Thread(query) : null,
        SqlValuesTable values => reach.Of(values) ? throw new CannotLiftException("VALUES with sub-queries cannot be lifted.") : null,
        _ => throw new CannotLiftException($"A source of the kind {source.GetType().Name} cannot be lifted."),
    };

    ISqlExpression InsertCases(SqlTableSource table, ref int index)
    {
        var (source, key) = cases.Cases();
        table.Joins.Insert(index++, new(JoinType.Cross, source, false));
        return key;
    }

    ISqlExpression AppendCases(SqlTableSource table)
    {
        var (source, key) = cases.Cases();
        table.Joins.Add(new(JoinType.Cross, source, false));
        return key;
    }
}
