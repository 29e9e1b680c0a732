using SqlHarness.Testing.Cases;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Cases of parents and children over tiny domains: keys meet, values tie and are NULL, tables are empty, children are equal. Parents' ids recur in every case.</summary>
static class SmallCases
{
    public static IReadOnlyList<(int Id, InputCase Case)> Generate(int count, int seed)
    {
        var random = new Random(seed);
        // Numbers with gaps: nothing may rely on 0, 1, 2.
        return [.. Enumerable.Range(0, count).Select(i => (i * 7 + 3, i switch
        {
            0 => new InputCase([[], []]),
            1 => new InputCase([Parents(random, 4), []]),
            2 => new InputCase([[], Children(random, 4)]),
            _ => new InputCase([Parents(random, random.Next(7)), Children(random, random.Next(9))]),
        }))];
    }

    static IReadOnlyList<object> Parents(Random random, int count) =>
        [.. Enumerable.Range(1, count).Select(id => new Parent { Id = id, Kind = Maybe(random, 2), Value = Maybe(random, 3), Name = random.Next(4) switch { 0 => null, 1 => "", 2 => "a", _ => "B" } })];

    static IReadOnlyList<object> Children(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Child { ParentId = random.Next(1, 7), Kind = Maybe(random, 2), Value = Maybe(random, 3) })];

    static int? Maybe(Random random, int below) => random.Next(4) == 0 ? null : random.Next(below);
}
