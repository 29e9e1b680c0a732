using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;
using static SqlHarness.Tests.Comparisons.Explanations.Differences;

namespace SqlHarness.Tests.Comparisons.Explanations;

/// <summary>What holds of explanations of all differences.</summary>
public class ExplainerPropertyTests
{
    static readonly PlannedColumn[] Columns = [Column("id", typeof(long)), Column("at", typeof(DateTime)), Column("amount", typeof(decimal)), Column("text", typeof(string)), Column("weight", typeof(double))];

    static readonly DateTime Start = Time("2024-01-01");

    [Property(MaxTest = 200)]
    public Property An_offset_that_was_planted_is_found_with_its_coverage() => Prop.ForAll(Planted().ToArbitrary(), planted =>
    {
        var (rows, offset, wrong) = planted;
        var explained = Of(Columns, [0], rows).SingleOrDefault(e => e.Column == "at");
        if (wrong * 10 > rows.Count)
            explained.ShouldBeNull();
        else
        {
            explained.ShouldNotBeNull().Sentence.ShouldStartWith($"at is exactly {Said.Span(Math.Abs(offset) * 10)} {(offset > 0 ? "later" : "earlier")} on the right");
            (explained.Covered, explained.LookedAt, explained.CounterExamples.Count).ShouldBe((rows.Count - wrong, rows.Count, Math.Min(3, wrong)));
            explained.Sentence.Contains("all ", StringComparison.Ordinal).ShouldBe(wrong == 0);
        }
    });

    [Property(MaxTest = 100)]
    public Property Values_that_have_nothing_to_do_with_each_other_are_not_explained() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new System.Random(seed);
        object?[] Row(long id) => [id, Start.AddMicroseconds(random.NextInt64(1_000_000_000_000)), random.NextInt64(1_000_000_000) / 1000m, Convert.ToHexString([.. BitConverter.GetBytes(random.NextInt64())]), random.NextDouble() * 1000];
        Of(Columns, [0], [.. Enumerable.Range(0, 10 + seed % 30).Select(i => Modified(Row(i), Row(i)))]).ShouldBeEmpty();
    });

    [Property(MaxTest = 300)]
    public Property No_explanation_covers_more_than_was_looked_at_and_none_hangs_on_the_order() => Prop.ForAll(Any().ToArbitrary(), rows =>
    {
        var explained = Of(Columns, [0], rows, rows.Count(r => r.Change == RowChange.Added));
        foreach (var e in explained)
        {
            e.Covered.ShouldBeLessThanOrEqualTo(e.LookedAt);
            e.LookedAt.ShouldBeLessThanOrEqualTo(rows.Count);
            (e.Covered * 10).ShouldBeGreaterThanOrEqualTo(e.LookedAt * 9);
            e.CounterExamples.Count.ShouldBe((int)Math.Min(3, e.LookedAt - e.Covered));
            e.CounterExamples.ShouldBeSubsetOf(rows);
            if (e.Covered < e.LookedAt)
                e.Sentence.ShouldNotContain("all ", Case.Insensitive);
        }

        explained.Where(e => e.Column is not null).Select(e => e.Column).ShouldBeUnique();
        var again = Of(Columns, [0], [.. rows.OrderBy(r => r.Cells[3] as string, StringComparer.Ordinal).ThenByDescending(r => r.Cells[0])], rows.Count(r => r.Change == RowChange.Added));
        again.Select(Text).ShouldBe(explained.Select(Text));
    });

    static string Text(Explanation e) => $"{e.Sentence} {e.Covered} {e.LookedAt} {string.Join("; ", e.CounterExamples.Select(c => string.Join(",", c.Cells)))}";

    static Gen<(List<DifferingRow> Rows, long Offset, int Wrong)> Planted() =>
        from count in Gen.Choose(10, 60)
        from offset in Gen.Elements<long>(1, -1, 3_600_000_000, -604_800_000_000, 86_400_000_001, 61_000_000)
        from wrong in Gen.Choose(0, count / 5)
        from seed in Gen.Choose(0, int.MaxValue)
        select (Rows(count, offset, wrong, new(seed)), offset, wrong);

    static List<DifferingRow> Rows(int count, long offset, int wrong, System.Random random) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var at = Start.AddMicroseconds(random.NextInt64(1_000_000_000_000));
            return Modified([(long)i, at, 1m, "a", 1.0], [(long)i, at.AddMicroseconds(i < wrong ? 777_777 + random.NextInt64(1_000_000_000) * 7 : offset), 1m, "a", 1.0]);
        }).OrderBy(_ => random.Next()),
    ];

    // From few values, so that rules hold by chance.
    static Gen<List<DifferingRow>> Any() => Gen.ListOf(
        from change in Gen.Elements(RowChange.Modified, RowChange.Modified, RowChange.Modified, RowChange.Added, RowChange.Removed)
        from left in Cells()
        from right in Cells()
        select change switch
        {
            RowChange.Modified => Modified(left, [left[0], .. right.Skip(1)]),
            RowChange.Added => Added(right),
            _ => Removed(left),
        }).Select(rows => rows.Where(r => r.Change != RowChange.Modified || r.Differs.Contains(true)).ToList());

    static Gen<object?[]> Cells() =>
        from id in Gen.Choose(1, 5)
        from at in Gen.Elements<DateTime?>(null, Start, Start.AddHours(1), Start.AddHours(2), Start.AddDays(1))
        from amount in Gen.Elements<decimal?>(null, 0m, 1m, 100m, -1m, 1.00m)
        from text in Gen.Elements<string?>(null, "", "a", "A", "a ")
        from weight in Gen.Elements<double?>(null, 0, 1, double.NaN, -1, 100)
        select (object?[])[(long)id, at, amount, text, weight];
}
