using System.Linq.Expressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Comparisons.Fingerprints;

/// <summary>Packed numbers are different where the numbers are, NULL among them, and stay within 62 bits.</summary>
public sealed class PackingTests
{
    [Property(MaxTest = 500)]
    public Property Different_rows_have_different_numbers() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var (ranges, rows) = c;
        var row = Expression.Parameter(typeof(long?[]), "row");
        var digits = ranges.Select((r, i) => new Packing.Digit(new(Expression.ArrayIndex(row, Expression.Constant(i)), r.Range), r.CanBeNull)).ToList();
        var packed = Packing.Of(digits);
        var read = packed.Select(p => Expression.Lambda<Func<long?[], long?>>(p.Number, row).Compile()).ToList();
        var numbers = rows.Select(r => read.Select(n => n(r)!.Value).ToList()).ToList();
        // From 0, and within what they are said to be within.
        numbers.ShouldAllBe(n => n.Zip(packed).All(p => p.First >= 0 && p.First <= p.Second.Range.Greatest && p.Second.Range.Greatest < 1L << 62));
        numbers.Select(n => string.Join(',', n)).Distinct().Count().ShouldBe(rows.Select(r => string.Join(',', r)).Distinct().Count());
    });

    [Fact]
    public void What_fits_no_number_is_left_out()
    {
        var wide = new Packing.Digit(new(Expression.Constant(1L, typeof(long?)), NumberRange.All), false);
        (Packing.IsOne([wide]), Packing.Of([wide]).Count).ShouldBe((false, 0));
    }

    static Gen<(List<(NumberRange Range, bool CanBeNull)> Ranges, List<long?[]> Rows)> Cases() => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        var random = new Random(seed);
        List<(NumberRange Range, bool CanBeNull)> ranges = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.NextInt64(-(1L << 61), 1L << 61) is var least ? (new NumberRange(least, least + random.NextInt64(1L << random.Next(62))), random.Next(2) == 0) : default)];
        List<long?[]> rows = [.. Enumerable.Range(0, 40).Select(_ => ranges.Select(r => random.Next(6) switch
        {
            0 when r.CanBeNull => (long?)null,
            1 => r.Range.Least,
            2 => r.Range.Greatest,
            _ => random.NextInt64(r.Range.Least, r.Range.Greatest + 1),
        }).ToArray())];
        return (ranges, rows);
    });
}
