using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>The neighbourhood of a query's constants: met exactly, and one unit beside.</summary>
static class ConstantSituations
{
    // Of one constant; several share the values that are drawn.
    const double UsuallyMet = 0.15, UsuallyBeside = 0.05;

    static readonly TimeSpan Longest = TimeSpan.FromDays(100 * 365);

    public static IEnumerable<Situation> Of(InputTables tables, IReadOnlyList<CaseConstant> constants) =>
        [.. OfIntervals(constants), .. tables.Tables.SelectMany((table, t) => table.Columns.SelectMany((_, c) => Of(tables, constants, t, c)))];

    /// <summary>Times that lie an interval apart, in whatever table.</summary>
    public static IEnumerable<Situation> OfIntervals(IReadOnlyList<CaseConstant> constants)
    {
        // Steps are not taken into years that engines do not hold.
        var intervals = constants.Select(c => c.Value).OfType<TimeSpan>().Where(i => i > -Longest && i < Longest).Select(i => i.Duration()).Distinct().ToList();
        foreach (var interval in intervals)
        {
            yield return new($"times {interval:c} apart", c => AreApart(c, interval), UsuallyMet / intervals.Count);
            foreach (var (beside, name) in new[] { (-1L, "less"), (1L, "and") })
                yield return new(
                    $"times {interval:c} {name} a microsecond apart", c => AreApart(c, interval + TimeSpan.FromMicroseconds(beside)), UsuallyBeside / intervals.Count);
        }
    }

    /// <summary>The constants that a column is compared with, as far as it can hold them.</summary>
    public static IEnumerable<Situation> Of(InputTables tables, IReadOnlyList<CaseConstant> constants, int table, int column)
    {
        var (entity, described) = (tables.Tables[table].Entity, tables.Tables[table].Columns[column]);
        var traced = constants.Where(k => k.Columns.Count > 0 && k.Concerns(entity, described.Name)).Select(k => ColumnUnit.Converted(described, k.Value))
            .OfType<object>().Distinct().ToList();
        foreach (var value in traced)
        {
            var name = $"{InputStatistics.NameOf(tables, table, column)} = {CSharpText.Value(value)}";
            yield return new(name, c => c.Tables[table].Any(r => Equals(r[column], value)), UsuallyMet / traced.Count);
            foreach (var (beside, text) in new[] { (ColumnUnit.Stepped(described, value, -1), "less a unit"), (ColumnUnit.Stepped(described, value, 1), "and a unit") })
            {
                if (beside is not null)
                    yield return new($"{name} {text}", c => c.Tables[table].Any(r => Equals(r[column], beside)), UsuallyBeside / traced.Count);
            }
        }
    }

    static bool AreApart(CellCase cells, TimeSpan apart)
    {
        var times = cells.Tables.SelectMany(t => t).SelectMany(r => r).OfType<DateTime>().ToHashSet();
        return times.Any(t => ColumnUnit.Moved(t, apart.Ticks) is DateTime later && times.Contains(later));
    }
}
