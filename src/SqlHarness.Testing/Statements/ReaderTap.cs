using System.Data;
using System.Data.Common;
using LinqToDB.Interceptors;

namespace SqlHarness.Testing.Statements;

/// <summary>Keeps the reader that a query's rows stream from, so that a column can be read which the query's result does not have.</summary>
sealed class ReaderTap : CommandInterceptor
{
    /// <summary>The last reader that was opened.</summary>
    public DbDataReader? Reader { get; set; }

    public override void AfterExecuteReader(CommandEventData eventData, DbCommand command, CommandBehavior commandBehavior, DbDataReader dataReader) => Reader = dataReader;
}
