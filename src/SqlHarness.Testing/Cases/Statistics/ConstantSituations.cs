using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>The neighbourhood of a query's constants: met exactly, and one unit beside.</summary>
static class ConstantSituations
{
    public static IEnumerable<Situation> Of(InputTables tables, IReadOnlyList<CaseConstant> constants)
    {
        foreach (var interval in constants.Select(c => c.Value).OfType<TimeSpan>().Distinct())
        {
            foreach (var (beside, name) in new[] { (0L, ""), (-1L, " less a microsecond"), (1L, " and a microsecond") })
                yield return new($"times {interval:c}{name} apart", c => AreApart(c, interval + TimeSpan.FromMicroseconds(beside)));
        }

        for (var t = 0; t < tables.Tables.Count; t++)
        {
            for (var c = 0; c < tables.Tables[t].Columns.Count; c++)
            {
                foreach (var situation in Of(tables, constants, t, c))
                    yield return situation;
            }
        }
    }

    static IEnumerable<Situation> Of(InputTables tables, IReadOnlyList<CaseConstant> constants, int table, int column)
    {
        var (entity, described) = (tables.Tables[table].Entity, tables.Tables[table].Columns[column]);
        var traced = constants.Where(k => k.Columns.Count > 0 && k.Concerns(entity, described.Name)).Select(k => ColumnUnit.Converted(described, k.Value)).OfType<object>().Distinct();
        foreach (var value in traced)
        {
            var name = $"{InputStatistics.NameOf(tables, table, column)} = {CSharpText.Value(value)}";
            yield return new(name, c => c.Tables[table].Any(r => Equals(r[column], value)));
            foreach (var (beside, text) in new[] { (ColumnUnit.Stepped(described, value, -1), "less a unit"), (ColumnUnit.Stepped(described, value, 1), "and a unit") })
            {
                if (beside is not null)
                    yield return new($"{name} {text}", c => c.Tables[table].Any(r => Equals(r[column], beside)));
            }
        }
    }

    static bool AreApart(CellCase cells, TimeSpan apart)
    {
        var times = cells.Tables.SelectMany(t => t).SelectMany(r => r).OfType<DateTime>().ToHashSet();
        return times.Any(t => ColumnUnit.Moved(t, apart.Ticks) is DateTime later && times.Contains(later));
    }
}
