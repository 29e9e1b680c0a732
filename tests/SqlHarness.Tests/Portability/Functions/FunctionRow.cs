using LinqToDB.Mapping;

namespace SqlHarness.Tests.Portability.Functions;

/// <summary>Arguments of portable functions: the values at which engines are likely to part.</summary>
[Table("function_rows")]
public sealed record FunctionRow
{
    static readonly string[] Texts = ["", " ", "a", "A", "abc", "ABC", " abc ", "ab", "bc", "\tabc\t", "é", "e\u0301", "ß", "İ", "😀", "a😀b", "😀😀", "\uFFFD", "z", "hello", "Hello ", "a%b", "a_b", "'", "\\", "\"", "%"];
    static readonly long[] Wholes = [0, 1, -1, 2, -2, 3, 7, -7, 10, 1_000_000, -1_000_000, 1_799_999_999, 86_400_000_000, -86_400_000_001, 999_999_999_999_999];
    static readonly double[] Floats = [0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.1, -0.1, 1e10, -1e10, 3, -3, 123.456];
    static readonly decimal[] Decimals = [0, 0.5m, -0.5m, 1.005m, -1.005m, 2.675m, 2.5m, -2.5m, 0.000001m, -0.000001m, 12345.678901m, 3, -3];

    static readonly DateTime[] Times =
    [
        At(1970, 1, 1), At(1969, 12, 31, 23, 59, 59, 999_999), At(1969, 12, 28), At(1968, 2, 29, 12), At(1900, 1, 1, 0, 0, 0, 1), At(2024, 2, 29, 23, 59, 59, 999_999), At(2024, 3, 1), At(2023, 12, 31, 1, 2, 3, 4),
        At(2024, 1, 31, 6, 30, 0, 500_000), At(2100, 1, 1), At(2038, 1, 19, 3, 14, 8), At(2250, 7, 4, 9),
    ];

    [Column("id"), PrimaryKey]
    public required long Id { get; init; }

    [Column("text_a")]
    public required string Text { get; init; }

    [Column("text_b")]
    public required string OtherText { get; init; }

    [Column("maybe_text")]
    public string? MaybeText { get; init; }

    [Column("other_maybe_text")]
    public string? OtherMaybeText { get; init; }

    [Column("small_a")]
    public required int Small { get; init; }

    [Column("small_b")]
    public required int OtherSmall { get; init; }

    [Column("whole_a")]
    public long? Whole { get; init; }

    [Column("whole_b")]
    public long? OtherWhole { get; init; }

    [Column("float_a")]
    public double? Real { get; init; }

    [Column("float_b")]
    public double? OtherReal { get; init; }

    [Column("decimal_a", Precision = 18, Scale = 6)]
    public decimal? Exact { get; init; }

    [Column("decimal_b", Precision = 18, Scale = 6)]
    public decimal? OtherExact { get; init; }

    [Column("time_a")]
    public DateTime? Time { get; init; }

    [Column("time_b")]
    public DateTime? OtherTime { get; init; }

    /// <summary>Rows in which each value meets many others.</summary>
    public static IReadOnlyList<FunctionRow> All(int count = 600)
    {
        var random = new Random(11);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new FunctionRow
            {
                Id = i, Text = Of(Texts), OtherText = Of(Texts), MaybeText = Maybe(Texts), OtherMaybeText = Maybe(Texts), Small = random.Next(-2, 7), OtherSmall = random.Next(-2, 7),
                Whole = MaybeValue(Wholes), OtherWhole = MaybeValue(Wholes), Real = MaybeValue(Floats), OtherReal = MaybeValue(Floats), Exact = MaybeValue(Decimals), OtherExact = MaybeValue(Decimals),
                Time = MaybeValue(Times), OtherTime = MaybeValue(Times),
            }),
        ];

        T Of<T>(T[] values) => values[random.Next(values.Length)];
        string? Maybe(string[] values) => random.Next(8) == 0 ? null : Of(values);
        T? MaybeValue<T>(T[] values) where T : struct => random.Next(8) == 0 ? null : Of(values);
    }

    static DateTime At(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int micros = 0) =>
        new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
