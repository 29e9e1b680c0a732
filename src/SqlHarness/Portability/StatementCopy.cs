using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Portability;

/// <summary>Copies a statement, so that the copy can be changed.</summary>
static class StatementCopy
{
    /// <summary>A copy that shares nothing with the original that can be changed.</summary>
    /// <remarks>In a recursive CTE linq2db 6.5.1 leaves another object for the CTE's reference to itself, with a body of its own, also in its own copies; here it is the same one.</remarks>
    public static SqlStatement Of(SqlStatement statement)
    {
        var copy = statement.Clone();
        // linq2db 6.5.1 forgets in a copy which tables are temporary: it would create others.
        var options = new Dictionary<SqlObjectName, TableOptions>();
        statement.VisitAll(e => Remember(e, options));
        copy.VisitAll(e => Restore(e, options));
        return Repaired(copy);
    }

    /// <summary>The statement itself, in which all references to a CTE mean the one in its WITH.</summary>
    public static SqlStatement Repaired(SqlStatement statement)
    {
        if (statement is SqlStatementWithQueryBase { With.Clauses: var clauses })
            statement.VisitAll(element => Refer(element, clauses));
        return statement;
    }

    static void Remember(IQueryElement element, Dictionary<SqlObjectName, TableOptions> options)
    {
        if (element is SqlTable table && table.TableOptions != TableOptions.NotSet)
            options[table.TableName] = table.TableOptions;
    }

    static void Restore(IQueryElement element, Dictionary<SqlObjectName, TableOptions> options)
    {
        if (element is SqlTable table && options.TryGetValue(table.TableName, out var known))
            table.TableOptions = known;
    }

    static void Refer(IQueryElement element, List<CteClause> clauses)
    {
        if (element is not SqlCteTable { Cte: { } other } table || clauses.Contains(other) && table.Fields.TrueForAll(f => f.CteField is { } own && other.Fields.Contains(own)))
            return;
        // Names are final and unique by now.
        var clause = clauses.Find(c => c.Name == other.Name) ?? throw new LinqToDBException($"The CTE {other.Name} is not in its statement's WITH.");
        table.Cte = clause;
        // A field that the CTE has no longer is one that nothing reads.
        foreach (var field in table.Fields)
            field.CteField = clause.Fields.Find(f => f.Name == field.Name) ?? field.CteField;
    }
}
