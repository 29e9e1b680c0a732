using SqlHarness.Testing;
using Sessionized = SqlHarness.Sessions.Sessionized<SqlHarness.Tests.EventLogs.LogEvent, long?>;

namespace SqlHarness.Tests.EventLogs;

/// <summary>A change of events, and what it does to their sessions.</summary>
sealed record SessionizeRelation(string Name, Func<IReadOnlyList<LogEvent>, IReadOnlyList<LogEvent>> Change)
{
    /// <summary>The sessions after the change, from the events and the sessions before it; by default the same.</summary>
    public Func<IReadOnlyList<LogEvent>, IReadOnlyList<Sessionized>, IEnumerable<Sessionized>> Expect { get; init; } = (_, results) => results;

    /// <summary>The query after the change; null for the same.</summary>
    public Func<IQueryable<LogEvent>, IQueryable<Sessionized>>? After { get; init; }

    /// <summary>Stated of a query.</summary>
    public StatedProperty<Sessionized> Of(QueryOf<LogEvent, Sessionized> query) => query.Relation(Name, Change, Expect, After);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
