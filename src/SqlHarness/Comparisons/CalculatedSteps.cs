using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Steps whose columns are calculated once a row, however often the next step names them.</summary>
static class CalculatedSteps
{
    /// <summary>Names a step that is calculated once.</summary>
    /// <param name="source">The query so far.</param>
    /// <param name="name">The step's name.</param>
    /// <param name="context">Where it runs.</param>
    public static IQueryable<T> AsCalculatedStep<T>(this IQueryable<T> source, string name, IDataContext context) =>
        // These engines put what a step calculates in the place of its name, as often as the next one names it, unless a step is an offset's.
        (DialectNames.Of(context.MappingSchema) is DialectNames.PostgreSql or DialectNames.MariaDb or DialectNames.MySql or DialectNames.Sqlite ? source.Skip(0) : source).AsStep(name);
}
