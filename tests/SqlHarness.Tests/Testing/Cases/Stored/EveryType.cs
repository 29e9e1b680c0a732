using FsCheck;
using FsCheck.Fluent;
using LinqToDB.Mapping;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Tests.Testing.Cases.Stored;

/// <summary>A column of every type that a file has a text for.</summary>
[Table("every_type")]
public sealed record EveryType
{
    [Column, PrimaryKey] public int Id { get; init; }
    [Column] public bool Truth { get; init; }
    [Column] public byte? Byte { get; init; }
    [Column] public short Small { get; init; }
    [Column] public long Big { get; init; }
    [Column] public ulong Huge { get; init; }
    [Column] public float Rough { get; init; }
    [Column] public double? Real { get; init; }
    [Column(Precision = 28, Scale = 8)] public decimal? Exact { get; init; }
    [Column] public string Text { get; init; } = "";
    [Column] public string? MaybeText { get; init; }
    [Column] public char Letter { get; init; }
    [Column] public Guid Key { get; init; }
    [Column] public byte[]? Bytes { get; init; }
    [Column] public DateTime Time { get; init; }
    [Column] public DateTimeOffset? Zoned { get; init; }
    [Column] public DateOnly Day { get; init; }
    [Column] public TimeOnly? Clock { get; init; }
    [Column] public TimeSpan Span { get; init; }
    [Column] public DayOfWeek? Weekday { get; init; }
    [Column] public Colours Colours { get; init; }

    public static readonly string[] Texts =
        ["", " ", "NULL", "null", "a ", " a", "'", "it's", "|", "\\", "\\n", "\n", "\r\n", "\t", "\u0001", "\u00A0", "é", "e\u0301", "😀", "\uD83D", "～", "\u200B", "> a", "## a", "---", "a|b\\|c"];

    /// <summary>Values at the ends of their types, and those that are easily taken for another.</summary>
    public static readonly CaseRules Rules = CaseRules.None
        .Column((EveryType e) => e.Byte, Gen.Elements<byte?>(null, 0, 255)).Column((EveryType e) => e.Small, Gen.Elements(short.MinValue, short.MaxValue))
        .Column((EveryType e) => e.Big, Gen.Elements(long.MinValue, long.MaxValue)).Column((EveryType e) => e.Huge, Gen.Elements(0UL, ulong.MaxValue))
        .Column((EveryType e) => e.Rough, Gen.Elements(0.1f, float.Epsilon, float.MaxValue, float.NaN, float.NegativeInfinity))
        .Column((EveryType e) => e.Real, Gen.Elements<double?>(null, 0.1 + 0.2, -0.0, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, 1e22))
        .Column((EveryType e) => e.Exact, Gen.Elements<decimal?>(null, 1m, 1.0m, 1.00m, 0.00000001m, decimal.MaxValue, -1.5m))
        .Column((EveryType e) => e.Text, Gen.Elements(Texts)).Column((EveryType e) => e.MaybeText, Gen.Elements<string?>([null, .. Texts]))
        .Column((EveryType e) => e.Letter, Gen.Elements('a', '\'', '|', '\\', '\n', '\uD83D')).Column((EveryType e) => e.Bytes, Gen.Elements<byte[]?>(null, [], [0, 255]))
        .Column((EveryType e) => e.Time, Gen.Elements(DateTime.MinValue, DateTime.MaxValue, new(2025, 1, 1), new(638_712_864_000_000_010, DateTimeKind.Utc)))
        .Column((EveryType e) => e.Zoned, Gen.Elements<DateTimeOffset?>(null, new(2025, 1, 1, 9, 0, 0, TimeSpan.FromMinutes(-90)), DateTimeOffset.UnixEpoch.AddTicks(1)))
        .Column((EveryType e) => e.Day, Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue)).Column((EveryType e) => e.Clock, Gen.Elements<TimeOnly?>(null, TimeOnly.MinValue, TimeOnly.MaxValue))
        .Column((EveryType e) => e.Span, Gen.Elements(TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromMicroseconds(-1)))
        .Column((EveryType e) => e.Weekday, Gen.Elements<DayOfWeek?>(null, DayOfWeek.Sunday, DayOfWeek.Monday))
        .Column((EveryType e) => e.Colours, Gen.Elements((Colours)0, Colours.Red, Colours.Red | Colours.Blue, (Colours)8));
}
