using SqlHarness.Tests.Testing.OwnQueries.Notes;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>The library's own queries equal their references, and cases reach every situation of them that can be reached.</summary>
public sealed class OwnCoverageTests
{
    public static TheoryData<string> Names => [.. OwnQueryList.All.Select(q => q.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Cases_reach_every_situation_of_a_query_that_equals_its_reference(string name)
    {
        var query = OwnQueryList.Of(name);

        query.Check().Select(p => (p.Engine, p.OneByOne)).ShouldBe([("sqlite", null), ("duckdb", null)]);
        query.Cover().IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Notes_are_those_of_a_query_each() => NotesByName.Names.Except(OwnQueryList.All.Select(q => q.Name)).ShouldBeEmpty();
}
