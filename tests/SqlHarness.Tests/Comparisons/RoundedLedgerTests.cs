using System.Globalization;
using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>Exact numbers beside floating-point ones: the ledger counts the rows in which rounding can hide a difference, no more and no less, on one engine and across two.</summary>
public class RoundedLedgerTests
{
    // Of fifteen digits no two decimals are one double; of sixteen some are.
    const decimal Bound = 1_000_000_000, WholeBound = 1L << 53;

    static readonly List<Pair> Decimals = Pairs([0, 0.000001m, 0.1m, 12.34m, Bound - 0.000002m, Bound - 0.000001m, Bound, Bound + 0.000001m, 8_589_934_592.000001m, 68_719_476_736.000001m, 123_456_789_012.345678m], 0.000001m);

    static readonly List<Pair> WholeNumbers = Pairs([0, 1, WholeBound - 2, WholeBound - 1, WholeBound, WholeBound + 1, WholeBound + 3, 1L << 60], 1);

    /// <summary>The exact side's engine, the other's, and which of them is the left one.</summary>
    public static TheoryData<string, string, bool> Engines => new() { { "duckdb", "duckdb", true }, { "duckdb", "duckdb", false }, { "duckdb", "sqlite", true }, { "duckdb", "sqlite", false } };

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Decimals_count_from_sixteen_digits_on(string exact, string floating, bool isExactLeft) =>
        ShouldCountAsync(exact, floating, isExactLeft, Decimals.Select((p, i) => new DecimalRow { Id = i, Value = p.Exact }), Decimals, Bound);

    [Theory]
    [MemberData(nameof(Engines))]
    [InlineData("sqlite", "sqlite", true)]
    [InlineData("sqlite", "duckdb", true)]
    public Task Whole_numbers_count_from_2_to_the_53_on(string exact, string floating, bool isExactLeft) =>
        ShouldCountAsync(exact, floating, isExactLeft, WholeNumbers.Select((p, i) => new LongRow { Id = i, Value = (long?)p.Exact }), WholeNumbers, WholeBound);

    // Of a query's decimals, which may have eighteen digits behind the point.
    [Fact]
    public async Task Decimals_of_which_nobody_says_how_many_digits_they_have_count_from_few_on()
    {
        await using var workspace = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        var (l, r) = (workspace.Load([new DecimalRow { Id = 1, Value = 0.1m }, new DecimalRow { Id = 2, Value = 0.000001m }], "l"), workspace.Load([new DoubleRow { Id = 1, Value = 0.1 }, new DoubleRow { Id = 2, Value = 0.000001 }], "r"));
        var found = await Comparison.OfAsync(ComparedSide.Of(workspace.Connection, l, "l"), ComparedSide.Of(workspace.Connection, r, "r"), new() { Key = ["Id"] }, cancellationToken: TestContext.Current.CancellationToken);
        (found.Verdict, found.Hidden.Single().Rows).ShouldBe((Verdict.EqualWithinRules, 1));
    }

    [Fact]
    public async Task SQLite_which_has_no_decimals_refuses_to_round_them()
    {
        await using var workspace = await Engine.Sqlite().OpenAsync(TestContext.Current.CancellationToken);
        var (l, r) = (workspace.Load([new DecimalRow { Id = 1, Value = 0.1m }], "l"), workspace.Load([new DoubleRow { Id = 1, Value = 0.1 }], "r"));
        (await Should.ThrowAsync<EngineException>(() => Comparison.OfAsync(ComparedSide.Of(workspace.Connection, l, "l"), ComparedSide.Of(workspace.Connection, r, "r"), new() { Key = ["Id"] }, cancellationToken: TestContext.Current.CancellationToken)))
            .Message.ShouldStartWith("On SQLite decimals are scaled integers");
    }

    static async Task ShouldCountAsync<TRow>(string exact, string floating, bool isExactLeft, IEnumerable<TRow> rows, List<Pair> pairs, decimal bound) where TRow : class
    {
        await using var one = await Named(exact).OpenAsync(TestContext.Current.CancellationToken);
        await using var other = await Named(floating).OpenAsync(TestContext.Current.CancellationToken);
        var there = exact == floating ? one : other;
        one.Load(rows, "exact_rows");
        there.Load(pairs.Select((p, i) => new DoubleRow { Id = i, Value = p.Rounded }), "floating_rows");
        // As the command does, by their names alone.
        var (e, f) = (ComparedSide.Of(one.Connection, await one.ShapeOfAsync<ExactTable>("exact_rows", null, TestContext.Current.CancellationToken)), ComparedSide.Of(there.Connection, await there.ShapeOfAsync<FloatingTable>("floating_rows", null, TestContext.Current.CancellationToken)));
        var found = await Comparison.OfAsync(isExactLeft ? e : f, isExactLeft ? f : e, new() { Key = ["id"] }, cancellationToken: TestContext.Current.CancellationToken);

        var equal = pairs.Where(p => p.Exact is { } d ? Double(d) == p.Rounded : p.Rounded is null).ToList();
        var counted = equal.Where(p => p.Exact is { } d && Math.Abs(d) >= bound).ToList();
        (found.Rows.Identical, found.Rows.Modified).ShouldBe((equal.Count, pairs.Count - equal.Count));
        found.Hidden.ShouldBe([new("rounded to a floating-point number", "value_of", counted.Count)]);
        found.Columns.Single(c => c.Name == "value_of").Counts.Hidden.ShouldBe(counted.Count);
        // What only rounding makes equal is among them, and there is such.
        equal.Where(p => p.IsOther).ShouldNotBeEmpty();
        equal.Where(p => p.IsOther).Except(counted).ShouldBeEmpty();
    }

    // Each number and its negative beside the double of itself and of both neighbours; and NULL.
    static List<Pair> Pairs(decimal[] around, decimal step) =>
    [
        .. from value in around from sign in new[] { 1, -1 } from steps in new[] { -1, 0, 1 } select new Pair(value * sign, Double(value * sign + steps * step), steps != 0),
        new(null, null, false), new(1, null, true), new(null, 1, true),
    ];

    // C#'s own conversion rounds twice.
    static double Double(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static Engine Named(string name) => name == "sqlite" ? Engine.Sqlite() : Engine.DuckDb();

    /// <param name="Exact">The exact side's number.</param>
    /// <param name="Rounded">The other side's.</param>
    /// <param name="IsOther">Whether that was rounded from another number.</param>
    sealed record Pair(decimal? Exact, double? Rounded, bool IsOther);

    sealed class ExactTable : TableRow;

    sealed class FloatingTable : TableRow;

    [Table("long_rows")]
    public sealed class LongRow
    {
        [Column("id")] public long Id { get; set; }
        [Column("value_of")] public long? Value { get; set; }
    }

    [Table("decimal_rows")]
    public sealed class DecimalRow
    {
        [Column("id")] public long Id { get; set; }
        [Column("value_of", Precision = 18, Scale = 6)] public decimal? Value { get; set; }
    }

    [Table("double_rows")]
    public sealed class DoubleRow
    {
        [Column("id")] public long Id { get; set; }
        [Column("value_of")] public double? Value { get; set; }
    }
}
