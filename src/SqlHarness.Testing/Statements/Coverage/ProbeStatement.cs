using SqlHarness.Portability;
using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>Makes a probe of a statement.</summary>
static class ProbeStatement
{
    static readonly DbDataType Integer = new(typeof(long), DataType.Int64);

    /// <summary>
    /// Puts the flags of a relation's rows in the place of what a statement returns; of its CTEs it keeps those that are still read.
    /// </summary>
    public static void Put(SqlStatement statement, Relation rows, IReadOnlyList<Flag> flags)
    {
        if (statement is not SqlSelectStatement select)
            throw new CannotLiftException($"A {statement.QueryType} statement cannot be lifted: only SELECT can.");
        var root = rows.Query;
        foreach (var flag in flags)
            root.Select.Columns.Add(new(root, rows.Lead(flag).Number, "sqlharness_flag"));
        // A CTE needs a column, and so does a probe that only counts rows.
        if (flags.Count == 0)
            root.Select.Columns.Add(new(root, new SqlValue(1), "sqlharness_flag"));
        root.IsParameterDependent = select.SelectQuery.IsParameterDependent;
        select.SelectQuery = root;
        StatementCopy.Repaired(select);
        if (select.With is { } with)
        {
            var read = new HashSet<CteClause>();
            Read(root, read);
            with.Clauses.RemoveAll(c => !read.Contains(c));
            if (with.Clauses.Count == 0)
                select.With = null;
        }
    }

    /// <summary>Counts for each case its rows, and those that raise each flag.</summary>
    public static SqlStatement PerCase(SqlStatement lifted, int flags)
    {
        var (select, rows, counted) = ((SqlSelectStatement)lifted, lifted.SelectQuery!, new SelectQuery());
        counted.From.Tables.Add(new(rows, null));
        var key = rows.Select.Columns[^1];
        counted.Select.Columns.Add(new(counted, key, CaseSchema.Column));
        counted.Select.Columns.Add(new(counted, Count("COUNT(*)"), "sqlharness_rows"));
        foreach (var column in rows.Select.Columns.Take(flags))
            counted.Select.Columns.Add(new(counted, Count("COUNT(CASE WHEN {0} = 1 THEN 1 END)", column), "sqlharness_count"));
        counted.GroupBy.Items.Add(key);
        select.SelectQuery = counted;
        return select;
    }

    static SqlExpression Count(string sql, params ISqlExpression[] arguments) =>
        new(Integer, sql, Precedence.Primary, SqlFlags.IsAggregate, ParametersNullabilityType.NotNullable, arguments);

    static void Read(IQueryElement element, HashSet<CteClause> read) => element.VisitAll(e =>
    {
        if (e is SqlCteTable { Cte: { Body: { } body } cte } && read.Add(cte))
            Read(body, read);
    });
}
