namespace SqlHarness.ConformanceTests;

/// <summary>The constructs of random queries that have no answer on an engine, each with its reason. One that nothing falls into any more fails.</summary>
static class GeneratedGaps
{
    static readonly IReadOnlyList<GeneratedGap> All =
    [
        new("clickhouse", GapKind.NotYet, "could not be converted to SQL", "ClickHouse 26.7 loses rows whose keys are NULL in a sub-query that depends on the row around it, so linq2db is told that there are none."),
        new("clickhouse (printed)", GapKind.NotYet, "a sub-query that depends on the row around it", "As above; the dialect refuses it."),
        new("clickhouse", GapKind.NotYet, " type mapping: ", "linq2db 6.5.1 gives a constant the type of what it stands beside (a number that of a decimal, of a text), and then has no literal for it."),
        new("clickhouse", GapKind.NotYet, "no supertype for types Int64, UInt64", "linq2db 6.5.1 takes ClickHouse's counts, which have no sign, for numbers that have one; the dialect casts them.") { Rare = true },
        new("postgresql", GapKind.NotYet, "operator does not exist: text <= numeric", "linq2db 6.5.1 writes what it knows to be NULL without a type, and PostgreSQL takes a CASE of nothing else for text; the dialect writes the type."),
    ];

    public static IEnumerable<GeneratedGap> Of(string engine) => All.Where(g => g.Engine == engine);
}
