using LinqToDB;
using LinqToDB.Data;

namespace SqlHarness.Portability;

/// <summary>Brings the contract to any linq2db connection.</summary>
public static class DataOptionsExtensions
{
    /// <summary>
    /// Makes a connection answer as the contract says: windows that can be NULL, NULL as the smallest value, named steps, portable functions, and columns NOT NULL where the
    /// entity's annotations say so. Call it last, when the provider is configured; a second call changes nothing.
    /// </summary>
    public static DataOptions UseSqlHarness(this DataOptions options)
    {
        // Making a connection opens nothing; it is linq2db's own way to tell the provider that the options mean.
        using var probe = new DataConnection(options);
        var translator = PortableTranslator.For(probe.DataProvider);
        if (options.DataContextOptions.MemberTranslators?.Contains(translator) == true)
            return options;
        if (probe.MappingSchema.ConfigurationList.Contains(ProviderName.ClickHouse))
            options = options.UseInterceptor(ClickHouseSettings.Instance);
        return options
            .UseMemberTranslator(translator)
            .UseInterceptor(StepInterceptor.Instance)
            .UseAdditionalMappingSchema(NotNullSchema.Instance)
            // One position for both directions would stand in for ours.
            .UseDefaultNullsPosition(Sql.NullsPosition.None);
    }
}
