namespace SqlHarness.Cli.Port;

/// <summary>A printed query and the file that it belongs into.</summary>
/// <param name="Query">The query's name.</param>
/// <param name="Dialect">The dialect's name.</param>
/// <param name="Sql">The text, which ends with a line break.</param>
sealed record SqlFile(string Query, string Dialect, string Sql)
{
    /// <summary>The file under a folder.</summary>
    public string In(string folder) => Path.Combine(folder, Query, Dialect + ".sql");
}
