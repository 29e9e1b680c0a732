using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>A connection that runs printed text. The values of a query stand in its text, and linq2db keeps the text of a statement that comes back as it went: so each is a copy.</summary>
sealed class RunningConnection(DataOptions options) : DataConnection(options)
{
    protected override SqlStatement ProcessQuery(SqlStatement statement, EvaluationContext context) => StatementCopy.Of(base.ProcessQuery(statement, context));
}
