using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Which query compares rows fastest on an engine.</summary>
static class Formulations
{
    /// <summary>
    /// MySQL and MariaDB have no full join, and SQLite looks through one side for each row of the other (4,000 rows took 4 seconds, by union and group 0.2). On DuckDB a full join of 10 million rows of
    /// ten columns a side took 1.8 seconds, and a union and group 9.5.
    /// </summary>
    public static RowFormulation Fastest(IDataContext context) =>
        DialectNames.Of(context.MappingSchema) is DialectNames.MariaDb or DialectNames.MySql or DialectNames.Sqlite ? RowFormulation.UnionAndGroup : RowFormulation.FullJoin;
}
