using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Testing;

/// <summary>Sessionize, right and wrong, for proofs that must fail.</summary>
static class PlantedFaults
{
    public static readonly SessionizeOptions Right = new();

    /// <summary>Ends a session at the gap where the reference ends it after.</summary>
    public static readonly SessionizeOptions AtTheGap = new() { Boundary = GapBoundary.At };

    public static QueryOf<LogEvent, Sessionized<LogEvent, long?>> Query(SessionizeOptions options) =>
        Harness.For<LogEvent, Sessionized<LogEvent, long?>>(events => LogQueries.Sessionize(events, options)).Named("sessionize").Cases(300, 7);

    public static StatedProperty<Sessionized<LogEvent, long?>> Sessionize(SessionizeOptions options) => Query(options).Against(Reference);

    public static IEnumerable<Sessionized<LogEvent, long?>> Reference(IReadOnlyList<LogEvent> events) => LogQueries.Reference(events, Right);
}
