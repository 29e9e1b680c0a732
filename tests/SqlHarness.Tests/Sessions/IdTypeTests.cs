using System.Globalization;
using LinqToDB.Mapping;
using SqlHarness.Sessions;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Sessions;

/// <summary>Ids of every type order as the contract says, which only ties can show: text by code point, Guids as their text.</summary>
public class IdTypeTests
{
    [Table("visits")]
    sealed record Visit
    {
        [Column] public required int CaseId { get; init; }
        [Column] public required int Number { get; init; }
        [Column] public required string Text { get; init; }
        [Column] public required Guid Guid { get; init; }
        [Column] public string? User { get; init; }
        [Column] public DateTime? Time { get; init; }
    }

    // U+FF5E is before U+1F600 by code point and behind it in UTF-16.
    static readonly string[] Prefixes = ["a", "B", "é", "～", "😀", "a "];

    static readonly Visit[] Visits = [.. EventLogGenerator.Generate(new(), 1000, 3).SelectMany(c => c).Select(e => new Visit
    {
        CaseId = e.CaseId, Number = (int)e.Id, Time = e.Time, User = e.User is { } user ? Prefixes[user % Prefixes.Length] : null,
        Text = Prefixes[e.Id % Prefixes.Length] + e.Id.ToString(CultureInfo.InvariantCulture),
        Guid = new Guid((int)(e.Id * 1_640_531_527), (short)(e.Id * 40_503), (short)e.Id, [(byte)(e.Id * 151), 1, 2, 3, 4, 5, 6, 7]),
    })];

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Text_guid_and_int_ids_equal_the_reference(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var visits = workspace.Load(Visits);
        foreach (var options in Enum.GetValues<Formulation>().Select(f => new SessionizeOptions { Formulation = f }))
        {
            visits.Sessionize(v => new { v.CaseId, v.User }, v => v.Time, v => v.Text, options).AsEnumerable().ShouldEqualPerCase(
                SessionizeReference.Of(Visits, v => new { v.CaseId, v.User }, v => v.Time, string? (v) => v.Text, options), s => s.Event.CaseId, $"{engine} text");
            visits.Sessionize(v => new { v.CaseId, v.User }, v => v.Time, v => v.Guid, options).AsEnumerable().ShouldEqualPerCase(
                SessionizeReference.Of(Visits, v => new { v.CaseId, v.User }, v => v.Time, v => (Guid?)v.Guid, options), s => s.Event.CaseId, $"{engine} guid");
            visits.Sessionize(v => new { v.CaseId, v.User }, v => v.Time, v => v.Number, options).AsEnumerable().ShouldEqualPerCase(
                SessionizeReference.Of(Visits, v => new { v.CaseId, v.User }, v => v.Time, v => (int?)v.Number, options), s => s.Event.CaseId, $"{engine} int");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void At_one_instant_the_smallest_id_names_the_session(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        Visit[] pair = [.. new[] { ("b", "ff000000-0000-0000-0000-000000000001"), ("B", "0f000000-0000-0000-0000-0000000000ff") }
            .Select((id, i) => new Visit { CaseId = 0, Number = i, Text = id.Item1, Guid = Guid.Parse(id.Item2), User = "u", Time = DateTime.UnixEpoch })];
        var visits = workspace.Load(pair);
        visits.Sessionize(v => v.User, v => v.Time, v => v.Text).Select(s => s.SessionId).ToList().ShouldBe(["B", "B"]);
        visits.Sessionize(v => v.User, v => v.Time, v => v.Guid).Select(s => s.SessionId).ToList().ShouldBe([pair[1].Guid, pair[1].Guid]);
    }
}
