using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Portability;

namespace SqlHarness.ConformanceTests;

/// <summary>Elapsed time is compared to the microsecond over all times that there are, also where an engine compares something else than whole numbers.</summary>
public class ElapsedComparisonTests
{
    static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), First = new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc), Last = new(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc);

    // ClickHouse's and SQLite's times have less room.
    static readonly DateTime Early = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc), Late = new(2261, 12, 31, 23, 59, 59, DateTimeKind.Utc);

    static readonly long[] Limits =
        [0, 1, -1, 999_999, 1_800_000_000, 1_800_000_001, -90_000_000_000, 86_400_000_000, Micros(Late - Early), Micros(Late - Early) + 1, Micros(Last - First) - 1, (1L << 53) + 1, long.MaxValue, -long.MaxValue];

    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_comparison_is_exact(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var wide = engine.StartsWith("postgresql", StringComparison.Ordinal);
        var spans = Spans(wide).ToList();
        var table = workspace.Load(spans);
        var compared = 0;
        foreach (var limit in Limits)
        {
            foreach (var sign in new[] { ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.Equal, ExpressionType.NotEqual })
            {
                foreach (var (isConstant, isLeft) in new[] { (true, false), (true, true), (false, false), (false, true) })
                {
                    var condition = Condition(limit, sign, isConstant, isLeft);
                    var expected = spans.Where(condition.Compile()).Select(s => s.Id).Order().ToList();
                    table.Where(condition).OrderBy(s => s.Id).Select(s => s.Id).ToList().ShouldBe(expected, $"{sign} {limit}");
                    compared += expected.Count;
                }
            }
        }

        compared.ShouldBeGreaterThan(1_000);
    }

    // Each limit's own length, and a microsecond to each side, where time has room for it.
    static IEnumerable<Span> Spans(bool wide)
    {
        var (first, last) = wide ? (First, Last) : (Early, Late);
        var id = 0L;
        foreach (var micros in Limits.Where(l => Math.Abs(l) < 400_000_000_000_000_000).SelectMany(l => new[] { l - 1, l, l + 1 }))
        {
            var start = Math.Abs(micros) < 1_000_000_000_000 ? Start : micros > 0 ? first : last;
            if (Micros(last - start) >= micros && Micros(first - start) <= micros)
                yield return new() { Id = ++id, Start = start, End = start.AddTicks(micros * TimeSpan.TicksPerMicrosecond) };
        }

        yield return new() { Id = ++id, Start = null, End = Start };
        yield return new() { Id = ++id, Start = Start, End = null };
    }

    static Expression<Func<Span, bool>> Condition(long limit, ExpressionType sign, bool isConstant, bool isLeft)
    {
        Expression<Func<Span, long?>> elapsed = s => Portable.ElapsedMicroseconds(s.Start, s.End);
        Expression<Func<long?>> parameter = () => limit;
        var other = isConstant ? Expression.Constant(limit, typeof(long?)) : parameter.Body;
        return Expression.Lambda<Func<Span, bool>>(isLeft ? Expression.MakeBinary(sign, other, elapsed.Body) : Expression.MakeBinary(sign, elapsed.Body, other), elapsed.Parameters);
    }

    static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    [Table("spans")]
    sealed record Span
    {
        [Column("id"), PrimaryKey] public required long Id { get; init; }
        [Column("start_time")] public DateTime? Start { get; init; }
        [Column("end_time")] public DateTime? End { get; init; }
    }
}
