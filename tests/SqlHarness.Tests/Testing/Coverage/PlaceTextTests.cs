using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;
using static SqlHarness.Tests.Testing.Coverage.SmallCoverage;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Operators are called the same on every engine, whichever way it spells them, so that a goal can be waived by its name.</summary>
public sealed class PlaceTextTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Columns_are_told_apart_by_their_table_only_where_there_are_several(string engine)
    {
        (await PlacesAsync(engine, (p, c) => p.Where(x => x.Kind < x.Value))).ShouldBe(["Kind < Value"]);
        (await PlacesAsync(engine, (p, c) => p.Where(x => c.Any(y => y.Kind < x.Kind)))).ShouldContain("children.Kind < parents.Kind");
        (await PlacesAsync(engine, (p, c) => p.InnerJoin(p, (x, y) => x.Kind < y.Kind, (x, y) => new { x.Id, Other = y.Id }))).ShouldContain("parents.Kind < parents_2.Kind");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Portable_functions_read_as_what_they_mean(string engine)
    {
        var (since, gap) = (new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1_800_000_000L);
        (await PlacesAsync(engine, (p, c) => p.Where(x => Portable.ElapsedMicroseconds(since, Portable.AddMicroseconds(since, x.Id)) > gap)))
            .ShouldBe(["elapsed(2025-01-01 00:00:00, (2025-01-01 00:00:00 + CAST(Id AS Int64) µs)) > 00:30:00"]);
        (await PlacesAsync(engine, (p, c) => p.Where(x => Portable.CompareText(x.Name!, "a") < 0))).ShouldBe(["compare(Name, 'a') < 0"]);
    }

    static async Task<IEnumerable<string>> PlacesAsync<TResult>(
        string engine, Func<IQueryable<Lifting.Parent>, IQueryable<Lifting.Child>, IQueryable<TResult>> query) =>
        (await OfAsync(engine, query, Case())).Goals.Select(g => g.Goal.Place).Where(p => p != "output").Distinct();
}
