using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>Stands where linq2db wants a connection. It cannot be opened.</summary>
sealed class TextOnlyConnection : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => "";

    public override ConnectionState State => ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName) => throw NotRun();

    public override void Close() { }

    public override void Open() => throw NotRun();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw NotRun();

    protected override DbCommand CreateDbCommand() => throw NotRun();

    static InvalidOperationException NotRun() => new("A dialect prints queries; an engine runs them.");
}
