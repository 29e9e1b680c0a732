namespace SqlHarness.Portability;

/// <summary>A named step of a query.</summary>
/// <param name="Name">The name that <see cref="StepExtensions.AsStep"/> gave it.</param>
/// <param name="Query">The query up to this step, which can be run by itself.</param>
public sealed record NamedStep(string Name, IQueryable Query)
{
    /// <summary>The steps of a query that depend on no row of another, in the order in which they are computed; of several with one name the first.</summary>
    public static IReadOnlyList<NamedStep> Of(IQueryable query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StepFinder.In(query);
    }
}
