using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>A query that holds steps may be a variable that another query's lambda uses.</summary>
public class CapturedStepTests
{
    [Table("events")]
    sealed record Event
    {
        [Column] public required long Id { get; init; }
        [Column] public required string User { get; init; }
        [Column] public required DateTime Time { get; init; }
    }

    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Steps_in_a_variable_are_used_in_a_lambda(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var events = workspace.Load(Enumerable.Range(1, 4).Select(i => new Event { Id = i, User = i < 4 ? "a" : "b", Time = Nine.AddMinutes(i * 29) }));
        var steps = events.Where(e => e.Id > 1).AsStep("later");
        events.Where(e => steps.Any(s => s.Id == e.Id)).Select(e => e.Id).ToList().Order().ShouldBe([2, 3, 4]);
        var sessionized = events.Sessionize(e => e.User, e => e.Time, e => e.Id);
        events.Where(e => sessionized.Any(s => s.SessionId == e.Id)).Select(e => e.Id).ToList().Order().ShouldBe([1, 4]);
    }
}
