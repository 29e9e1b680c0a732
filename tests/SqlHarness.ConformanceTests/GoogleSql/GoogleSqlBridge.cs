using System.Net.Http.Json;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>Speaks HTTP with the bridge. One client for all connections, so that sockets are reused.</summary>
static class GoogleSqlBridge
{
    // A command has its own timeout.
    static readonly HttpClient Client = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Whether a bridge serves there.</summary>
    public static Task PingAsync(Uri address, CancellationToken cancellationToken) =>
        AskAsync(address, async () =>
        {
            using var response = await Client.GetAsync(new Uri(address, "ping"), cancellationToken).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            return true;
        });

    /// <summary>Runs a statement. Cancelled, it closes its connection: that is what tells the bridge to give up.</summary>
    public static Task<GoogleSqlAnswer> RunAsync(Uri address, string sql, CancellationToken cancellationToken) =>
        AskAsync(address, async () =>
        {
            using var response = await Client.PostAsJsonAsync(address, new { sql }, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return (await response.Content.ReadFromJsonAsync<GoogleSqlAnswer>(cancellationToken).ConfigureAwait(false))!;
            var failure = await response.Content.ReadFromJsonAsync<GoogleSqlFailure>(cancellationToken).ConfigureAwait(false);
            throw new GoogleSqlException(failure!.Error);
        });

    static async Task<T> AskAsync<T>(Uri address, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new GoogleSqlException($"No bridge to GoogleSQL answers at {address}: {exception.Message}", exception);
        }
    }
}
