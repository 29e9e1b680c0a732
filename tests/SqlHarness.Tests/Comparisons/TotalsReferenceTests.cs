using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>The meaning of totals down a ladder: all, region, day, order.</summary>
public class TotalsReferenceTests
{
    sealed record Sale(string? Region, int Day, long Order, decimal? Amount);

    static readonly IReadOnlyList<RowColumn> Columns = RowColumns.Of(typeof(Sale));

    static readonly int[] Levels = [0, 1, 2];

    static readonly Measure[] Measures = [new(3, Aggregation.Sum), new(3, Aggregation.Count), new(3, Aggregation.NullCount), new(2, Aggregation.CountDistinct), new(3, Aggregation.Minimum), new(3, Aggregation.Maximum)];

    static TotalGroup Compare(IEnumerable<Sale> left, IEnumerable<Sale> right, params Measure[] measures) =>
        TotalsReference.Of([.. left.Select(Cells)], [.. right.Select(Cells)], Levels, measures.Length == 0 ? Measures : measures);

    static IReadOnlyList<object?> Cells(Sale sale) => [.. Columns.Select(c => c.ValueOf(sale))];

    static string Said(TotalGroup group) => string.Join('/', group.Key.Select(CellText.Of).Prepend("all")) + (group.Differs ? "" : " equal");

    static readonly Sale[] Sales = [new("north", 1, 1, 10), new("north", 1, 2, 20), new("north", 2, 3, 30), new("south", 1, 4, 40), new(null, 1, 5, null)];

    [Fact]
    public void Only_unequal_branches_are_followed_down()
    {
        var totals = Compare(Sales, Sales.Select(s => s.Order == 2 ? s with { Amount = 21 } : s));
        totals.All.Select(Said).ShouldBe(["all", "all/NULL equal", "all/north", "all/north/1", "all/north/1/1 equal", "all/north/1/2", "all/north/2 equal", "all/south equal"]);
        (totals.Left![0], totals.Right![0]).ShouldBe((100m, 101m));
        totals.Left.ShouldBe([100m, 4L, 1L, 5L, 10m, 40m]);
    }

    [Fact]
    public void A_group_of_one_side_differs()
    {
        var totals = Compare(Sales, Sales.Where(s => s.Region is not null));
        totals.Below.Where(b => b.Differs).Select(b => (Said(b), b.Left?[2], b.Right)).ShouldBe([("all/NULL", 1L, null)]);
    }

    // Found by the rows, which is why they are compared too.
    [Fact]
    public void Errors_that_offset_each_other_are_not_seen_from_above() =>
        Compare(Sales, Sales.Select(s => s.Order == 1 ? s with { Amount = 20 } : s.Order == 2 ? s with { Amount = 10 } : s)).All.Select(Said).ShouldBe(["all equal"]);

    [Fact]
    public void A_sum_of_nothing_is_not_zero() => Compare([new("a", 1, 1, null)], [new("a", 1, 1, 0)], new Measure(3, Aggregation.Sum)).Differs.ShouldBeTrue();

    [Fact]
    public void Empty_sides_are_equal() => Said(Compare([], [])).ShouldBe("all equal");

    [Fact]
    public void A_total_may_differ_by_its_tolerance() => Compare(Sales, Sales.Select(s => s with { Amount = s.Amount + 0.01m }), new Measure(3, Aggregation.Sum, Tolerance.Absolute(0.04m))).Differs.ShouldBeFalse();

    static Gen<List<Sale>> Some { get; } = Gen.ListOf(
            from region in Gen.Elements("n", "s", null) from day in Gen.Choose(1, 2) from order in Gen.Choose(1, 3) from amount in Gen.Elements<decimal?>(1, 2, -1, 0.5m, null) select new Sale(region, day, order, amount))
        .Select(sales => sales.ToList());

    static Arbitrary<(List<Sale> Left, List<Sale> Right)> Sides() =>
        (from left in Some from other in Some from isNear in Gen.Elements(true, false) select (left, isNear ? [.. other.Take(1), .. left.Skip(1)] : other)).ToArbitrary();

    /// <summary>What is shown at the leaves explains the difference at the top, to the cent.</summary>
    [Property(MaxTest = 1000)]
    public Property Additive_differences_of_the_leaves_add_up_to_the_top() => Prop.ForAll(Sides(), sides =>
    {
        var totals = Compare(sides.Left, sides.Right);
        for (var i = 0; i < Measures.Length; i++)
        {
            if (Measures[i].IsAdditive)
                totals.Leaves.Sum(leaf => Delta(leaf, i)).ShouldBe(Delta(totals, i), Measures[i].ToString());
        }

        static decimal Delta(TotalGroup group, int measure) => Number(group.Right?[measure]) - Number(group.Left?[measure]);

        static decimal Number(object? total) => total is null ? 0 : Convert.ToDecimal(total, CultureInfo.InvariantCulture);
    });

    /// <summary>Against groups that are made at once: what differs at a level below groups that differ is there, and nothing else.</summary>
    [Property(MaxTest = 1000)]
    public Property Each_level_is_a_grouping_by_all_levels_above_it() => Prop.ForAll(Sides(), sides =>
    {
        var found = Compare(sides.Left, sides.Right).All.Where(g => g.Differs).Select(Said).Order(StringComparer.Ordinal).ToList();
        found.ShouldBe(Differing([]).Order(StringComparer.Ordinal).ToList());

        IEnumerable<string> Differing(object?[] key)
        {
            var (left, right) = (Within(sides.Left, key), Within(sides.Right, key));
            if (left.Count == 0 == (right.Count == 0) && Measures.All(m => RowEquality.CellsEqual(m.Of(left), m.Of(right))))
                return [];
            var below = key.Length == Levels.Length ? [] : left.Concat(right).Select(r => r[Levels[key.Length]]).Distinct().SelectMany(v => Differing([.. key, v]));
            return below.Prepend(string.Join('/', key.Select(CellText.Of).Prepend("all")));
        }

        static List<IReadOnlyList<object?>> Within(List<Sale> sales, object?[] key) => [.. sales.Select(Cells).Where(row => key.Select((value, i) => Equals(row[Levels[i]], value)).All(same => same))];
    });
}
