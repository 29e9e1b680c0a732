using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.EventLogs;

namespace SqlHarness.Tests.Testing;

/// <summary>Sessionize, right and wrong, for proofs that must fail.</summary>
static class PlantedFaults
{
    public static readonly SessionizeOptions Right = new();

    /// <summary>Ends a session at the gap where the reference ends it after.</summary>
    public static readonly SessionizeOptions AtTheGap = new() { Boundary = GapBoundary.At };

    public static Property<LogEvent, Sessionized<LogEvent, long?>> Sessionize(SessionizeOptions options) => Property.Of("sessionize", new EventLogKind(Right),
        events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options),
        s => s.Event.CaseId,
        rows => Reference(rows));

    public static IEnumerable<Sessionized<LogEvent, long?>> Reference(IReadOnlyList<LogEvent> rows) =>
        SessionizeReference.Of(rows, e => new { e.CaseId, e.User }, e => e.Time, e => (long?)e.Id, Right);
}
