using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>A positional record without a key: a price list with validity ranges.</summary>
[Table("prices")]
public sealed record Price(
    [property: Column("product")] string Product, [property: Column("amount", Precision = 14, Scale = 2)] decimal Amount,
    [property: Column("valid_from")] DateTime ValidFrom, [property: Column("valid_to")] DateTime? ValidTo);
