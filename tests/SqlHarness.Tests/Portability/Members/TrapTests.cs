using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

// What the analyzers would have instead is refused as well.
#pragma warning disable CA1862

namespace SqlHarness.Tests.Portability.Members;

/// <summary>What engines answer differently is refused in a sentence that names what stands for it; <see cref="Portable.Native"/> is the way round.</summary>
public class TrapTests
{
    [Table("visits")]
    sealed record Visit
    {
        [Column, PrimaryKey] public long Id { get; init; }
        [Column] public required string Page { get; init; }
        [Column] public DateTime Time { get; init; }
        [Column] public bool Seen { get; init; }
    }

    static readonly Dictionary<string, (Func<IQueryable<Visit>, object> Query, string Named)> Traps = new()
    {
        ["AddMonths"] = (q => q.Where(x => x.Time.AddMonths(1) > x.Time).ToList(), "Portable.AddMicroseconds"),
        ["AddYears"] = (q => q.Where(x => x.Time.AddYears(1) > x.Time).ToList(), "Portable.AddMicroseconds"),
        ["DateDiff"] = (q => q.Where(x => Sql.DateDiff(Sql.DateParts.Hour, x.Time, x.Time) > 1).ToList(), "Portable.ElapsedMicroseconds"),
        ["the clock"] = (q => q.Where(x => x.Time < DateTime.UtcNow).ToList(), "DateTime.UtcNow"),
        ["the engine's clock"] = (q => q.Where(x => x.Time < Sql.CurrentTimestamp).ToList(), "Sql.CurrentTimestamp"),
        ["a new Guid"] = (q => q.Where(x => x.Page != Guid.NewGuid().ToString()).ToList(), "draw it before the query"),
        ["a date's text"] = (q => q.Where(x => x.Time.ToString() == "").ToList(), "format the rest where it is read"),
        ["a truth value's text"] = (q => q.Where(x => x.Seen.ToString() == "True").ToList(), "format the rest where it is read"),
        ["joined to a text"] = (q => q.Where(x => x.Page + x.Time == "").ToList(), "Portable.ToText"),
        ["StartsWith"] = (q => q.Where(x => x.Page.StartsWith("ab")).ToList(), "Portable.StartsWith, or StringComparison.Ordinal"),
        ["EndsWith"] = (q => q.Where(x => x.Page.EndsWith("ab", StringComparison.OrdinalIgnoreCase)).ToList(), "Portable.EndsWith"),
        ["Contains"] = (q => q.Where(x => x.Page.Contains("ab", StringComparison.InvariantCulture)).ToList(), "Portable.Contains"),
        ["Compare"] = (q => q.Where(x => string.Compare(x.Page, "a") > 0).ToList(), "Portable.CompareText"),
        ["CompareTo"] = (q => q.Where(x => x.Page.CompareTo("a") > 0).ToList(), "Portable.CompareText"),
        ["Like"] = (q => q.Where(x => Sql.Like(x.Page, "a%")).ToList(), "Portable.Contains"),
        ["ToUpper"] = (q => q.Where(x => x.Page.ToUpper() == "A").ToList(), "Portable.UpperAscii"),
        ["ToLowerInvariant"] = (q => q.Where(x => x.Page.ToLowerInvariant() == "a").ToList(), "Portable.LowerAscii"),
        ["Length"] = (q => q.Where(x => x.Page.Length > 1).ToList(), "Portable.Length"),
        ["Trim"] = (q => q.Where(x => x.Page.Trim() == "a").ToList(), "Portable.Trim"),
        ["a group of everything"] = (q => q.GroupBy(x => 1).Select(g => g.Count()).ToList(), "GroupBy(x => Portable.Native(1))"),
        ["a group of what a step made constant"] = (q => q.Select(x => new { x.Id, None = (string?)null }).Where(x => x.Id > 0).GroupBy(x => x.None).Select(g => g.Count()).ToList(), "groups by a constant"),
        ["TAKE without an order"] = (q => q.Take(5).ToList(), "order them first"),
        ["TAKE with ties"] = (q => q.OrderBy(x => x.Time).Select(x => x.Page).Take(5).ToList(), ".ThenBy(x => x.Id)"),
    };

    public static TheoryData<string, string> Cases => EngineCases.With(Traps.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_refused_with_what_stands_for_it(string engine, string trap)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var visits = workspace.Load<Visit>([new() { Id = 1, Page = "a", Time = DateTime.UnixEpoch }]);
        var (query, named) = Traps[trap];
        var message = Should.Throw<LinqToDBException>(() => query(visits)).Message;
        message.ShouldContain(named);
        message.ShouldNotContain("\n");
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Native_takes_the_engines_answer(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var visits = workspace.Load<Visit>([new() { Id = 1, Page = "a", Time = DateTime.UnixEpoch }, new() { Id = 2, Page = "ba", Time = DateTime.UnixEpoch.AddDays(1) }]);
        visits.Where(x => Portable.Native(x.Page.ToUpper()) == "BA").Select(x => x.Id).ToList().ShouldBe([2]);
        visits.OrderByDescending(x => Portable.Native(x.Time)).Take(1).Select(x => x.Id).ToList().ShouldBe([2]);
        visits.Where(x => x.Id > 9).GroupBy(x => Portable.Native(1)).Select(g => g.Count()).ToList().ShouldBe([0]);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void What_is_computed_before_the_query_is_no_trap(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var visits = workspace.Load<Visit>([new() { Id = 1, Page = "a", Time = DateTime.UnixEpoch }]);
        var (start, page) = (DateTime.UnixEpoch, " A");
        visits.Where(x => x.Time < start.AddMonths(1) && x.Page == page.ToLower().Trim() && x.Page.Equals("a")).Count().ShouldBe(1);
    }
}
