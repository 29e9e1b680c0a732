using System.Globalization;

namespace SqlHarness.Testing.Cases;

/// <summary>How many cases are generated, and from which seed.</summary>
/// <param name="Count">How many; at least one.</param>
/// <param name="Seed">The seed; the same seed gives the same cases.</param>
public sealed record CaseBudget(int Count, ulong Seed)
{
    /// <summary>The environment variable that overrides the number of cases.</summary>
    public const string CountVariable = "SQLHARNESS_CASES";

    /// <summary>The environment variable that overrides the seed.</summary>
    public const string SeedVariable = "SQLHARNESS_SEED";

    /// <summary>The given budget, unless <see cref="CountVariable"/> or <see cref="SeedVariable"/> say otherwise.</summary>
    /// <exception cref="FormatException">A variable is set to something else than a number in range; the message names it.</exception>
    public static CaseBudget FromEnvironment(int count = 1000, ulong seed = 20250101) => From(Environment.GetEnvironmentVariable, count, seed);

    internal static CaseBudget From(Func<string, string?> variable, int count, ulong seed)
    {
        if (variable(CountVariable) is { Length: > 0 } countText && (!int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0))
            throw new FormatException($"{CountVariable} must be a whole number from 1, but is '{countText}'.");
        if (variable(SeedVariable) is { Length: > 0 } seedText && !ulong.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
            throw new FormatException($"{SeedVariable} must be a whole number from 0, but is '{seedText}'.");
        return new(count, seed);
    }
}
