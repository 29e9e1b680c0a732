using System.Data;
using System.Data.Common;
using DuckDB.NET.Data;
using SqlHarness.Engines.Cancellation;

namespace SqlHarness.Engines.DuckDb;

/// <summary>DuckDB stops the connection's query; its reader holds the whole answer, so that nothing runs while it is read.</summary>
sealed class DuckDbCancellation : CancellingInterceptor
{
    public static readonly DuckDbCancellation Instance = new();

    DuckDbCancellation() { }

    protected override void Interrupt(DbConnection connection)
    {
        if (connection.State == ConnectionState.Open)
            ((DuckDBConnection)connection).NativeConnection.Interrupt();
    }

    protected override bool WasInterrupted(DbConnection connection) => false;
}
