using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>Gets at a query's statement without running it.</summary>
sealed class StatementTap(Workspace workspace) : DataConnection(workspace.Connection.Options)
{
    IReadOnlyList<CaseConstant> _constants = [];

    /// <summary>The constants of a query over this connection.</summary>
    public IReadOnlyList<CaseConstant> ConstantsOf<T>(IQueryable<T> query) where T : notnull
    {
        query.ToSqlQuery();
        return _constants;
    }

    // A clone: else linq2db keeps the finished command, and does not come by here again.
    protected override SqlStatement ProcessQuery(SqlStatement statement, EvaluationContext context)
    {
        _constants = QueryConstants.Of(statement.Clone(), context.ParameterValues);
        return statement.Clone();
    }
}
