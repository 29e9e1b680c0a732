using System.Data.Common;
using SqlHarness.Engines.Cancellation;

namespace SqlHarness.Engines.Servers;

/// <summary>Servers' drivers stop a command by themselves when its token is cancelled; what they throw then is made <see cref="OperationCanceledException"/>.</summary>
sealed class ServerCancellation : CancellingInterceptor
{
    public static readonly ServerCancellation Instance = new();

    ServerCancellation() { }

    protected override void Interrupt(DbConnection connection) { }

    protected override bool WasInterrupted(DbConnection connection) => false;
}
