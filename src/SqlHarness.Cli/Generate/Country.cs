namespace SqlHarness.Cli.Generate;

/// <summary>A country that visitors live in, and by whose clock they sleep.</summary>
/// <param name="Code">ISO 3166-1, two letters.</param>
/// <param name="Weight">How many of a hundred visitors.</param>
/// <param name="HoursAheadOfUtc">Standard time of where most of its people live, in whole hours.</param>
sealed record Country(string Code, int Weight, int HoursAheadOfUtc)
{
    /// <summary>Not by Bogus, which knows the countries but not their clocks.</summary>
    public static readonly Country[] All =
    [
        new("US", 34, -5), new("DE", 14, 1), new("GB", 12, 0), new("FR", 8, 1), new("NL", 6, 1), new("BR", 5, -3), new("IN", 5, 5), new("CA", 4, -5),
        new("ES", 4, 1), new("PL", 3, 1), new("JP", 3, 9), new("AU", 2, 10),
    ];

    /// <summary>Their codes, in this order.</summary>
    public static readonly Pool Codes = Pool.Of([.. All.Select(c => (c.Code, (double)c.Weight))]);
}
