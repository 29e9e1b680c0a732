using System.Data.Common;
using System.Globalization;

namespace SqlHarness.Cli.Sessionize;

/// <summary>How values of sessions are spread: each is the value of some session, never one in between.</summary>
sealed record Quantiles(long Min, long P50, long P90, long P99, long Max)
{
    public const int Columns = 5;

    static readonly string[] Functions = ["min({0})", "quantile_disc({0}, 0.5)", "quantile_disc({0}, 0.9)", "quantile_disc({0}, 0.99)", "max({0})"];

    public static string Sql(string value) =>
        string.Join(", ", Functions.Select(f => string.Format(CultureInfo.InvariantCulture, f, value) + " FILTER (WHERE session_start IS NOT NULL)"));

    /// <summary>The answer; null where there is no session.</summary>
    public static Quantiles? Read(DbDataReader reader, int first) =>
        reader.IsDBNull(first) ? null : new(reader.GetInt64(first), reader.GetInt64(first + 1), reader.GetInt64(first + 2), reader.GetInt64(first + 3), reader.GetInt64(first + 4));
}
