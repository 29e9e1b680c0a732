using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>A column's ties, groups and NULLs.</summary>
static class ColumnSituations
{
    /// <summary>What is possible: a column that is unique by itself has no ties.</summary>
    public static IEnumerable<Situation> Of(InputTables tables, int table, int column)
    {
        var of = InputStatistics.NameOf(tables, table, column);
        if (!tables.Validity.Uniques(table).Any(u => u.Count == 1 && u[0] == column))
            yield return new($"{of} ties", c => Known(c).GroupBy(v => v).Any(g => g.Count() > 1), 0.15);
        yield return new($"{of} differs", c => c.Tables[table].Select(r => r[column]).Distinct().Count() > 1, 0.15);
        if (tables.Tables[table].Columns[column].IsNullable)
            yield return new($"{of} is NULL", c => c.Tables[table].Any(r => r[column] is null), 0.15);

        IEnumerable<object?> Known(CellCase cells) => cells.Tables[table].Select(r => r[column]).Where(v => v is not null);
    }
}
