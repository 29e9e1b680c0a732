using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Which query compares rows fastest on an engine.</summary>
static class Formulations
{
    /// <summary>MySQL and MariaDB have no full join. On DuckDB it took 1.8 seconds for 10 million rows of ten columns a side, and a union and group 9.5.</summary>
    public static RowFormulation Fastest(IDataContext context) =>
        DialectNames.Of(context.MappingSchema) is DialectNames.MariaDb or DialectNames.MySql ? RowFormulation.UnionAndGroup : RowFormulation.FullJoin;
}
