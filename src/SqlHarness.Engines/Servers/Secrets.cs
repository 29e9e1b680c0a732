using System.Data.Common;

namespace SqlHarness.Engines.Servers;

/// <summary>Keeps what a connection string holds of secrets out of messages.</summary>
static class Secrets
{
    static readonly string[] Words = ["password", "pwd", "secret", "token", "key", "credential", "passphrase", "auth"];

    // A password of a character or two would be found in every word.
    const int ShortestFound = 4;

    /// <summary>A text without the secrets of a connection string, and without the string itself.</summary>
    public static string Without(string text, string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
            return text;
        var clean = text.Replace(connectionString, "…", StringComparison.Ordinal);
        foreach (var secret in In(connectionString).Where(s => s.Length >= ShortestFound))
            clean = clean.Replace(secret, "…", StringComparison.Ordinal);
        return clean;
    }

    static string[] In(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return [.. parts.Keys.Cast<string>().Where(k => Words.Any(w => k.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(k => parts[k].ToString()!)];
        }
        catch (ArgumentException)
        {
            // What is no connection string may be a secret in any of its parts.
            return connectionString.Split([';', '=', ' ', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
