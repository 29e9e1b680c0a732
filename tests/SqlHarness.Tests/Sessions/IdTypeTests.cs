using LinqToDB.Mapping;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Sessions;

/// <summary>Ids of every type order as the contract says, which only ties can show: text by code point, Guids as their text.</summary>
public class IdTypeTests
{
    [Table("visits")]
    sealed record Visit
    {
        [Column] public required int Number { get; init; }
        [Column] public required string Text { get; init; }
        [Column] public required Guid Guid { get; init; }
        [Column] public string? User { get; init; }
        [Column] public DateTime? Time { get; init; }
    }

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [InlineData(Formulation.Window)]
    [InlineData(Formulation.RunningCount)]
    [InlineData(Formulation.RangeJoin)]
    public async Task Text_guid_and_int_ids_equal_the_reference(Formulation formulation)
    {
        var options = new SessionizeOptions { Formulation = formulation };
        await Proven(Harness.For<Visit, Sessionized<Visit, string?>>(visits => visits.Sessionize(v => v.User, v => v.Time, v => v.Text, options))
            .Against(visits => SessionizeReference.Of(visits, v => v.User, v => v.Time, string? (v) => v.Text, options)));
        await Proven(Harness.For<Visit, Sessionized<Visit, Guid?>>(visits => visits.Sessionize(v => v.User, v => v.Time, v => v.Guid, options))
            .Against(visits => SessionizeReference.Of(visits, v => v.User, v => v.Time, v => (Guid?)v.Guid, options)));
        await Proven(Harness.For<Visit, Sessionized<Visit, int?>>(visits => visits.Sessionize(v => v.User, v => v.Time, v => v.Number, options))
            .Against(visits => SessionizeReference.Of(visits, v => v.User, v => v.Time, v => (int?)v.Number, options)));

        static async Task Proven<TResult>(StatedProperty<TResult> property) => (await property.CheckAsync(TestContext.Current.CancellationToken)).ShouldAllBe(p => p.OneByOne == null);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void At_one_instant_the_smallest_id_names_the_session(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        Visit[] pair = [.. new[] { ("b", "ff000000-0000-0000-0000-000000000001"), ("B", "0f000000-0000-0000-0000-0000000000ff") }
            .Select((id, i) => new Visit { Number = i, Text = id.Item1, Guid = Guid.Parse(id.Item2), User = "u", Time = DateTime.UnixEpoch })];
        var visits = workspace.Load(pair);
        visits.Sessionize(v => v.User, v => v.Time, v => v.Text).Select(s => s.SessionId).ToList().ShouldBe(["B", "B"]);
        visits.Sessionize(v => v.User, v => v.Time, v => v.Guid).Select(s => s.SessionId).ToList().ShouldBe([pair[1].Guid, pair[1].Guid]);
    }
}
