using SqlHarness.Queries;
using SqlHarness.Sessions;
using SqlHarness.Tests.Testing.OwnQueries.Notes;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>The library's queries: those that are registered, found by themselves, and the operators.</summary>
static class OwnQueryList
{
    public static readonly IReadOnlyList<OwnQuery> Registered =
        [.. RegisteredQuery.In(typeof(SessionQueries).Assembly).Select(q => OwnQuery.Of(q, NotesByName.Of(q.Name)))];

    public static readonly IReadOnlyList<OwnQuery> All = [.. Registered, .. OwnOperators.All];

    public static OwnQuery Of(string name) => All.Single(q => q.Name == name);
}
