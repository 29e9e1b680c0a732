using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Tests.Engines;

/// <summary>Every usable type, and its nullable.</summary>
[Table("sample")]
public sealed record Sample
{
    [Column] public required long Id { get; init; }
    [Column] public bool Flag { get; init; }
    [Column] public bool? MaybeFlag { get; init; }
    [Column] public short Small { get; init; }
    [Column] public short? MaybeSmall { get; init; }
    [Column] public int Whole { get; init; }
    [Column] public int? MaybeWhole { get; init; }
    [Column] public long? MaybeBig { get; init; }
    [Column] public double Real { get; init; }
    [Column] public double? MaybeReal { get; init; }
    [Column(Precision = 12, Scale = 2)] public decimal Amount { get; init; }
    [Column(Precision = 18, Scale = 6)] public decimal? MaybeAmount { get; init; }
    [Column] public string Name { get; init; } = "";
    [Column] public string? MaybeName { get; init; }
    [Column] public Guid Key { get; init; }
    [Column] public Guid? MaybeKey { get; init; }
    [Column] public DateTime Time { get; init; }
    [Column] public DateTime? MaybeTime { get; init; }
}
