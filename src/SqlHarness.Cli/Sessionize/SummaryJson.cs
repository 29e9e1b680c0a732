using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SqlHarness.Cli.Sessionize;

/// <summary>The summary for programs: one object, names in snake case, stable.</summary>
static class SummaryJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        // File names in any language are written as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(SessionizeRequest request, SessionSummary summary) => JsonSerializer.Serialize(new
    {
        Version = 1, summary.Events, summary.Users, summary.Sessions, summary.WithoutSession, summary.DurationUs, summary.EventsPerSession, summary.SessionsPerDay,
        Options = new
        {
            GapUs = request.Options.Gap.Ticks / TimeSpan.TicksPerMicrosecond, request.Options.Boundary, request.Options.Precision, request.Options.Cut, request.NewSessionOn, request.Options.Formulation,
            Engine = request.OnSqlite ? "sqlite" : "duckdb",
        },
        request.Input, request.Out,
    }, Options);
}
