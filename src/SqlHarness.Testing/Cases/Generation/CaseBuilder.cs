using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Makes one case: parents before children, and at the end all rows in an order of no meaning.</summary>
sealed class CaseBuilder(GenerationPlan plan, Draws draws, GenerationHealth health)
{
    public CellCase Build(int caseIndex)
    {
        var input = plan.Input;
        var sizes = TableSizes.Of(input.Tables.Count, input.Rules.Sizes, caseIndex, draws);
        var made = new List<object?[]>[input.Tables.Count];
        foreach (var table in plan.Order)
        {
            // Rows that must refer to a table without rows would all be drawn in vain, and count as discarded.
            var isPossible = plan.ParentsOf(table).All(parent => made[parent].Count > 0);
            made[table] = isPossible ? new RowMaker(plan, table, made, sizes[table], draws, health.Tables[table]).Make() : [];
        }

        var cells = new CellCase([.. made.Select(rows => (IReadOnlyList<object?[]>)draws.Shuffled(rows))]);
        return plan.Late.Aggregate(cells, Referred);
    }

    // Rows made before what they refer to: their references are NULL so far.
    CellCase Referred(CellCase cells, ForeignKey key)
    {
        var parents = cells.Tables[key.Parent].Select(key.Referred).OfType<object[]>().ToList();
        if (parents.Count == 0)
            return cells;
        var referred = cells.With(key.Child, [.. cells.Tables[key.Child].Select(row => draws.Chance(60) ? Set(row, key, draws.Of(parents)) : row)]);
        return plan.Input.Validity.Holds(referred) ? referred : cells;
    }

    static object?[] Set(object?[] row, ForeignKey key, object[] reference)
    {
        object?[] changed = [.. row];
        for (var i = 0; i < reference.Length; i++)
            changed[key.ChildColumns[i]] = reference[i];
        return changed;
    }
}
