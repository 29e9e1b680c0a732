using System.Net.Sockets;

namespace SqlHarness.Engines.Servers;

/// <summary>What a driver's exception says, as a sentence for the user: without stack, and without what the connection string keeps secret.</summary>
static class ServerSentence
{
    public static string Of(Exception exception, string? connectionString)
    {
        var said = EngineWorkspace.FirstLine(exception).TrimEnd('.');
        // Drivers wrap what happened on the network.
        var inner = exception;
        while (inner.InnerException is not null && inner is not SocketException)
            inner = inner.InnerException;
        var cause = inner is SocketException && !said.Contains(inner.Message, StringComparison.OrdinalIgnoreCase) ? $" ({inner.Message.TrimEnd('.')})" : "";
        return Secrets.Without(said + cause, connectionString) + ".";
    }
}
