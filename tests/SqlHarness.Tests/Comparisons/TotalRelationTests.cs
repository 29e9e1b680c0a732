using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tables;
using SqlHarness.Tests.Comparisons.PlantedFaults;

namespace SqlHarness.Tests.Comparisons;

/// <summary>What holds of totals beside rows, and of one level beside the next, whatever the tables: of the answers of both embedded engines.</summary>
public sealed class TotalRelationTests : IDisposable
{
    [Table("sold")]
    public sealed record Sold
    {
        [Column("id")] public long Id { get; set; }
        [Column("region")] public string? Region { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("amount", Precision = 18, Scale = 2)] public decimal? Amount { get; set; }
        [Column("quantity")] public long? Quantity { get; set; }
    }

    static readonly TotalMeasure[] Additive =
        [new("Amount", Aggregation.Sum), new("Quantity", Aggregation.Sum), new("Amount", Aggregation.Count), new("Region", Aggregation.Count), new("Quantity", Aggregation.NullCount)];

    // What engines add up from the lowest level, and what they ask of each level anew: a distinct count is of no parts.
    static readonly TotalMeasure[][] Measured = [Additive, [.. Additive, new("Quantity", Aggregation.CountDistinct), new("At", Aggregation.Maximum)]];

    static readonly TotalLevel[] Levels = [new("Region"), new("At", CalendarUnit.Day), new("Id")];

    readonly Workspace[] _workspaces = [Engine.DuckDb().Open(), Engine.Sqlite().Open()];

    public void Dispose()
    {
        foreach (var workspace in _workspaces)
            workspace.Dispose();
    }

    [Property(MaxTest = 12)]
    public Property The_differences_of_parts_add_up_to_that_of_the_whole() => Prop.ForAll((from left in Tables from right in Near(left) from measures in Gen.Elements(Measured) select (left, right, measures)).ToArbitrary(), t =>
    {
        foreach (var found in Compare(t.left, t.right, t.measures))
        {
            var totals = found.Totals!;
            totals.NotFollowed.ShouldBe(0);
            foreach (var group in totals.All.All.Where(g => g.Differs && g.Key.Count < Levels.Length))
            {
                // A level is a part of all levels above it, and each of its groups stands there once.
                group.Below.ShouldNotBeEmpty();
                group.Below.ShouldAllBe(b => b.Key.Count == group.Key.Count + 1 && RowEquality.Instance.Equals(b.Key.Take(group.Key.Count).ToList(), group.Key));
                group.Below.Select(b => b.Key).Distinct(RowEquality.Instance).Count().ShouldBe(group.Below.Count);
                foreach (var (i, measure) in totals.Measures.Index().Where(m => m.Item.Column is null || Additive.Contains(m.Item)))
                    group.Below.Sum(b => Delta(b, i)).ShouldBe(Delta(group, i), $"{measure} of ({string.Join(", ", group.Key)})");
            }
        }
    });

    [Property(MaxTest = 8)]
    public Property Rows_that_are_identical_have_equal_totals_at_every_level() => Prop.ForAll((from rows in Tables from shuffled in Gen.Shuffle(rows.ToArray()) from measures in Gen.Elements(Measured) from levels in Gen.Choose(0, 3) select (rows, shuffled, measures, levels)).ToArbitrary(), t =>
    {
        foreach (var found in Compare(t.rows, t.shuffled, t.measures, Levels[t.levels..]))
            (found.Verdict, found.Totals!.All.Differs, found.Totals.All.Below.Count, found.Totals.HasOffsetting).ShouldBe((Verdict.Identical, false, 0, false));
    });

    // The reverse does not hold, and that is said.
    [Property(MaxTest = 8)]
    public Property Errors_that_offset_each_other_are_found_by_rows_alone_and_said() => Prop.ForAll(
        (from rows in Tables.Where(r => r.Count > 1) from cents in Gen.Choose(1, 99) from places in Gen.Shuffle(Enumerable.Range(0, rows.Count).ToArray()) select (rows, cents, places)).ToArbitrary(), t =>
    {
        // Two rows of one region and day, of which one has as much more as the other less.
        var (one, other) = (t.places[0], t.places[1]);
        Sold[] left = [.. t.rows.Select((r, i) => i == other ? r with { Region = t.rows[one].Region, At = t.rows[one].At, Amount = 1 } : i == one ? r with { Amount = 2 } : r)];
        Sold[] right = [.. left.Select((r, i) => i == one ? r with { Amount = 2 + t.cents / 100m } : i == other ? r with { Amount = 1 - t.cents / 100m } : r)];
        foreach (var found in Compare(left, right, Additive, Levels[..2]))
            (found.Verdict, found.Rows.Modified, found.Totals!.All.Differs, found.Totals.HasOffsetting).ShouldBe((Verdict.Different, 2, false, true));
        // By their own level they are seen, if something above leads there.
        Sold[] more = [.. right, new() { Id = 1000, Region = t.rows[one].Region, At = t.rows[one].At, Amount = 5 }];
        foreach (var found in Compare(left, more, Additive))
        {
            found.Totals!.HasOffsetting.ShouldBeFalse();
            found.Totals.All.Leaves.Where(l => l.Differs).Select(l => (long)l.Key[2]!).Order().ShouldBe(new[] { left[one].Id, left[other].Id, 1000 }.Order());
        }
    });

    IEnumerable<TableComparison> Compare(IReadOnlyList<Sold> left, IReadOnlyList<Sold> right, TotalMeasure[] measures, TotalLevel[]? levels = null)
    {
        foreach (var workspace in _workspaces)
        {
            using var tables = new LoadedTables(workspace);
            yield return Comparison.OfAsync(tables.Load(left, "l"), tables.Load(right, "r"), new() { Key = [nameof(Sold.Id)], Levels = levels ?? Levels, Measures = measures }).GetAwaiter().GetResult();
        }
    }

    // Of a side without the group, or a sum of nothing, nothing is added.
    static decimal Delta(TotalGroup group, int measure) => Number(group.Right?[measure]) - Number(group.Left?[measure]);

    static decimal Number(object? total) => total is null ? 0 : Convert.ToDecimal(total, CultureInfo.InvariantCulture);

    /// <summary>Rows of unique ids.</summary>
    static Gen<IReadOnlyList<Sold>> Tables { get; } = Gen.ListOf(
        from region in Gen.Elements("north", "south", "", null)
        from hours in Gen.Elements<int?>(0, 23, 24, null)
        from amount in Gen.Elements<decimal?>(1m, 1.01m, -2m, 0m, null)
        from quantity in Gen.Elements<long?>(1, 2, -3, 9_007_199_254_740_993, null)
        select new Sold { Region = region, At = hours is { } h ? new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc).AddHours(h) : null, Amount = amount, Quantity = quantity }).Select(IReadOnlyList<Sold> (rows) => [.. rows.Select((r, i) => r with { Id = i })]);

    /// <summary>Some rows of another region, some of another amount, some gone, some new.</summary>
    static Gen<IReadOnlyList<Sold>> Near(IReadOnlyList<Sold> rows) => from kinds in Gen.Choose(0, 9).ListOf(rows.Count) from more in Tables select (IReadOnlyList<Sold>)
    [
        .. rows.Zip(kinds).SelectMany(IEnumerable<Sold> (r) => r.Second switch
        {
            < 6 => [r.First],
            6 => [],
            7 => [r.First with { Region = r.First.Region is null ? "west" : null }],
            8 => [r.First with { At = r.First.At?.AddDays(1), Quantity = null }],
            _ => [r.First with { Amount = r.First.Amount + 0.01m ?? 0, Quantity = r.First.Quantity + 1 }],
        }), .. more.Take(2).Select(r => r with { Id = r.Id + 500 }),
    ];
}
