using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>The meaning of a comparison of rows: examples that are traps elsewhere, and what holds of all tables.</summary>
public class RowComparisonReferenceTests
{
    sealed record Line(long? Order, string? Text, decimal? Price);

    static readonly IReadOnlyList<RowColumn> Columns = RowColumns.Of(typeof(Line));

    static readonly Dictionary<string, Tolerance> None = [], Loose = new() { [nameof(Line.Text)] = Tolerance.Trimmed.And(Tolerance.EmptyIsNull), [nameof(Line.Price)] = Tolerance.Absolute(0.01m) };

    static RowComparison Compare(IEnumerable<Line> left, IEnumerable<Line> right, Dictionary<string, Tolerance>? tolerances = null, params int[] key) =>
        RowComparisonReference.Of([.. left.Select(Cells)], [.. right.Select(Cells)], Columns.Count, key, ColumnTolerances.Of(Columns, tolerances ?? None));

    static IReadOnlyList<object?> Cells(Line line) => [.. Columns.Select(c => c.ValueOf(line))];

    static (long Identical, long Modified, long Added, long Removed, long NonUniqueKeys) Rows(RowComparison c) => (c.Identical, c.Modified, c.Added, c.Removed, c.NonUniqueKeys);

    [Fact]
    public void Each_kind_of_row_is_counted()
    {
        Line[] left = [new(1, "a", 1), new(2, "b", 2), new(3, "c", 3), new(null, "n", 4)], right = [new(1, "a", 1), new(2, "b", null), new(4, "d", 3), new(null, "N", 4)];
        var compared = Compare(left, right, key: 0);
        Rows(compared).ShouldBe((1, 2, 1, 1, 0));
        compared.Columns.ShouldBe([new(3, 0, 0, 0, 0), new(2, 1, 0, 0, 0), new(2, 0, 0, 1, 0)]);
    }

    // EXCEPT drops duplicates, XOR cancels them, and a join multiplies them.
    [Fact]
    public void One_copy_against_three_is_two_rows_added() => Rows(Compare([new(1, "a", 1)], [new(1, "a", 1), new(1, "a", 1), new(1, "a", 1)], key: 0)).ShouldBe((1, 0, 2, 0, 1));

    [Fact]
    public void Rows_of_a_key_that_is_not_unique_are_not_paired_by_guessing() => Rows(Compare([new(1, "a", 1), new(1, "b", 1)], [new(1, "b", 1), new(1, "c", 1)], key: 0)).ShouldBe((1, 0, 1, 1, 1));

    // Peers join keys with a separator, or filter NULL keys out.
    [Fact]
    public void Composite_keys_do_not_collide_and_may_be_NULL() =>
        Rows(Compare([new(1, "1", 1), new(null, "x", 1)], [new(11, "", 1), new(null, "x", 2), new(null, null, 1)], None, 0, 1)).ShouldBe((0, 1, 2, 1, 0));

    [Fact]
    public void NULL_beside_a_missing_row_is_not_both_NULL() => Compare([new(1, null, null)], [], key: 0).Columns.ShouldAllBe(c => c == ColumnCounts.None);

    [Fact]
    public void What_a_tolerance_makes_equal_is_counted()
    {
        var compared = Compare([new(1, " a", 1.00m), new(2, "", 2), new(3, "c", 3)], [new(1, "a", 1.01m), new(2, null, 2), new(3, "c", 3.02m)], Loose, 0);
        Rows(compared).ShouldBe((2, 1, 0, 0, 0));
        compared.Columns.ShouldBe([new(3, 0, 0, 0, 0), new(3, 0, 0, 0, 2), new(2, 1, 0, 0, 1)]);
        compared.IsHiding.ShouldBeTrue();
    }

    [Fact]
    public void A_difference_in_two_rows_that_keeps_every_sum_is_two_modified_rows() => Rows(Compare([new(1, "a", 10), new(2, "a", 20)], [new(1, "a", 20), new(2, "a", 10)], key: 0)).ShouldBe((0, 2, 0, 0, 0));

    static Gen<List<Line>> Lines { get; } =
        Gen.ListOf(from order in Gen.Elements<long?>(1, 2, 3, null) from text in Gen.Elements<string?>("a", " a", "", null) from price in Gen.Elements<decimal?>(1m, 1.01m, 1.02m, null) select new Line(order, text, price))
            .Select(lines => lines.ToList());

    static Gen<int[]> Keys { get; } = Gen.Elements<int[]>([], [0], [0, 1], [0, 1, 2]);

    [Property(MaxTest = 1000)]
    public Property Rows_are_neither_lost_nor_counted_twice_and_the_other_way_round_is_the_mirror() => Prop.ForAll(Sides(), side =>
    {
        var (left, right, key, tolerances) = side;
        var there = Compare(left, right, tolerances, key);
        (there.Identical + there.Modified + there.Removed).ShouldBe(left.Count);
        (there.Identical + there.Modified + there.Added).ShouldBe(right.Count);
        there.Columns.ShouldAllBe(c => c.Equal + c.Different + c.LeftNull + c.RightNull == there.Identical + there.Modified && c.Hidden <= c.Equal);
        (there.Modified > 0).ShouldBe(there.Columns.Any(c => c.Different + c.LeftNull + c.RightNull > 0));

        var back = Compare(right, left, tolerances, key);
        Rows(back).ShouldBe((there.Identical, there.Modified, there.Removed, there.Added, there.NonUniqueKeys));
    });

    [Property(MaxTest = 1000)]
    public Property Sides_are_equal_exactly_when_they_are_as_bags() => Prop.ForAll(Sides(), side =>
    {
        var (left, right, key, tolerances) = side;
        // A key is compared by what counts of it, and a bag does not know the key.
        var exactKey = tolerances == Loose && key.Length > 1 ? [0] : key;
        Compare(left, right, tolerances, exactKey).IsEqual.ShouldBe(Bag.Compare(left, right, [], tolerances).IsEmpty);
        var shuffled = left.OrderBy(l => l.Text, StringComparer.Ordinal).ThenByDescending(l => l.Price).ToList();
        var same = Compare(left, shuffled, tolerances, key);
        (same.IsEqual, same.Identical).ShouldBe((true, (long)left.Count));
    });

    static Arbitrary<(List<Line> Left, List<Line> Right, int[] Key, Dictionary<string, Tolerance> Tolerances)> Sides() =>
        (from left in Lines
         from other in Lines
         from isNear in Gen.Elements(true, true, false)
         from change in Gen.Choose(0, 3)
         from key in Keys
         from tolerances in Gen.Elements(None, Loose)
         select (left, isNear ? Changed(left, change) : other, key, tolerances)).ToArbitrary();

    // Near to the left side: as it is, without a row, with one twice, or with another price.
    static List<Line> Changed(List<Line> lines, int change) => lines.Count == 0 ? lines : change switch
    {
        0 => [.. lines.AsEnumerable().Reverse()],
        1 => [.. lines.Skip(1)],
        2 => [.. lines, lines[0]],
        _ => [.. lines.Skip(1), lines[0] with { Price = lines[0].Price + 0.01m ?? 7 }],
    };
}
