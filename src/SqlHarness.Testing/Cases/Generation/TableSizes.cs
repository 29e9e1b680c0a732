namespace SqlHarness.Testing.Cases.Generation;

/// <summary>How many rows each table of a case has: none, one, a few, or up to some fifteen.</summary>
static class TableSizes
{
    /// <summary>Sizes: those that were stated, for every case. Of others the second case has one row a table and the third is empty, so that few cases reach both; the first is any, since it may be the only one.</summary>
    public static IReadOnlyList<int> Of(int tables, (int Least, int Most)? stated, int caseIndex, Draws draws) =>
        [.. Enumerable.Range(0, tables).Select(_ => stated is { } s ? s.Least + draws.Below(s.Most - s.Least + 1) : caseIndex switch { 1 => 1, 2 => 0, _ => tables == 1 ? Alone(draws) : Together(draws) })];

    // Of a table that is all there is, most cases should say something.
    static int Alone(Draws draws) => draws.Below(100) switch { < 3 => 0, < 8 => 1, < 30 => 2 + draws.Below(3), < 70 => 5 + draws.Below(5), _ => 10 + draws.Below(9) };

    static int Together(Draws draws) => draws.Below(100) switch { < 6 => 0, < 18 => 1, < 55 => 2 + draws.Below(3), < 90 => 5 + draws.Below(4), _ => 9 + draws.Below(7) };
}
