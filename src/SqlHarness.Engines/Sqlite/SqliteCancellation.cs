using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SqlHarness.Engines.Cancellation;

namespace SqlHarness.Engines.Sqlite;

/// <summary>SQLite stops every statement that runs on the connection.</summary>
sealed class SqliteCancellation : CancellingInterceptor
{
    public static readonly SqliteCancellation Instance = new();

    SqliteCancellation() { }

    // A closed connection has no handle.
    protected override void Interrupt(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is { } handle)
            raw.sqlite3_interrupt(handle);
    }

    protected override bool WasInterrupted(DbConnection connection) =>
        ((SqliteConnection)connection).Handle is { } handle && raw.sqlite3_errcode(handle) == raw.SQLITE_INTERRUPT;
}
