using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>What generated cases reach: the neighbourhood of each constant, sizes, ties, NULLs, duplicates, groups and references.</summary>
static class InputStatistics
{
    /// <summary>Counts the situations that the tables and constants make possible.</summary>
    public static CaseStatistics Of(InputTables tables, IReadOnlyList<CaseConstant> constants, IReadOnlyList<InputCase> cases)
    {
        var cells = cases.Select(tables.Cells).ToList();
        IEnumerable<Situation> situations =
            [.. ConstantSituations.Of(tables, constants), .. Enumerable.Range(0, tables.Tables.Count).SelectMany(t => TableSituations.Of(tables, t)), .. ReferenceSituations.Of(tables)];
        return new(cases.Count, situations.ToDictionary(s => s.Name, s => cells.Count(s.Has)));
    }

    /// <summary>How a table is called: by its entity's name, with a number where there are several of it.</summary>
    public static string NameOf(InputTables tables, int table)
    {
        var entity = tables.Tables[table].Entity;
        var before = tables.Tables.Take(table).Count(t => t.Entity == entity);
        return before == 0 ? entity.Name : FormattableString.Invariant($"{entity.Name} {before + 1}");
    }

    /// <summary>How columns are called.</summary>
    public static string NameOf(InputTables tables, int table, params IReadOnlyList<int> columns) =>
        $"{NameOf(tables, table)}.{string.Join('+', columns.Select(c => tables.Tables[table].Columns[c].Member))}";
}
