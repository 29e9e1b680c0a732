using FsCheck;
using FsCheck.Fluent;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Tables;

/// <summary>The quick answer is the answer of the comparison that says where bags differ.</summary>
public class BagSameTests
{
    sealed record Cells(int? Number, string? Text, double Real, decimal Amount, DateTime Time, byte[]? Bytes, Guid Id, DayOfWeek Day);

    sealed record Inner(int Id, string? Name);

    sealed record Outer(Inner? Inner, (int Left, int? Right) Pair, object? Anything);

    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    static readonly Gen<Cells> Rows =
        from number in Gen.Elements<int?>(null, 0, 1)
        from text in Gen.Elements<string?>(null, "", "a")
        from real in Gen.Elements(0.0, -0.0, double.NaN)
        from amount in Gen.Elements(1.0m, 1.00m)
        from ticks in Gen.Elements(0, 10)
        from bytes in Gen.Elements<byte[]?>(null, [], [1])
        select new Cells(number, text, real, amount, Nine.AddTicks(ticks), bytes?.ToArray(), Guid.Empty, DayOfWeek.Monday);

    static readonly Gen<Outer> Nested =
        from inner in Gen.Elements<Inner?>(null, new Inner(0, null), new Inner(0, "a"))
        from right in Gen.Elements<int?>(null, 0)
        from anything in Gen.Elements<object?>(null, 1, 2)
        select new Outer(inner, (0, right), anything);

    static void Agree<T>(Gen<T> rows, Func<T, T> copied)
    {
        var equal = 0;
        var drawn = rows.ListOf(3).SelectMany(list => rows.SelectMany(row => Gen.Elements(true, false).Select(isCopy => (list, row, isCopy))));
        foreach (var (one, row, isCopy) in drawn.Sample(500, new Rnd(1, 3), 20))
        {
            List<T> other = [copied(one[2]), copied(one[1]), copied(isCopy ? one[0] : row)];
            var same = Bag.Same(one, other);
            same.ShouldBe(Bag.Compare(one, other).IsEmpty);
            equal += same ? 1 : 0;
            Bag.Same(one, [.. Enumerable.Reverse(one).Select(copied)]).ShouldBeTrue();
            Bag.Same(one, [.. one, one[0]]).ShouldBeFalse();
        }

        equal.ShouldBeInRange(100, 480);
    }

    [Fact]
    public void Is_what_the_comparison_says_for_every_type() => Agree(Rows, row => row with { Bytes = row.Bytes?.ToArray() });

    [Fact]
    public void Is_what_the_comparison_says_for_nested_rows() => Agree(Nested, row => row with { Inner = row.Inner is null ? null : row.Inner with { } });

    [Fact]
    public void Is_what_the_comparison_says_for_single_values() => Agree(Gen.Elements<int?>(null, 1, 2), value => value);

    [Fact]
    public void Counts_copies()
    {
        Bag.Same([1, 1, 2], [2, 1, 1]).ShouldBeTrue();
        Bag.Same([1, 1, 2], [1, 2, 2]).ShouldBeFalse();
        Bag.Same<byte[]>([[1], [2]], [[2], [1]]).ShouldBeTrue();
    }
}
