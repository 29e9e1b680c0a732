using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>Generates small, nasty, valid cases for any tables, with weight on the neighbourhood of a query's constants.</summary>
static class CaseGenerator
{
    /// <summary>So many cases; the same for the same seed, and more of them begin with fewer.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="constants">The query's constants.</param>
    /// <param name="budget">How many cases, from which seed.</param>
    /// <param name="roles">What columns are to the query's windows, if that is known.</param>
    /// <exception cref="ArgumentException">A column's values cannot be generated; the message names it.</exception>
    /// <exception cref="ProofFailedException">Nearly all rows had to be discarded; the message says by what.</exception>
    public static IReadOnlyList<InputCase> Generate(InputTables tables, IReadOnlyList<CaseConstant> constants, CaseBudget budget, ColumnRoles? roles = null)
    {
        var (cases, health) = GenerateWithHealth(tables, constants, budget, roles);
        health.Check();
        return cases;
    }

    /// <summary>The same, with what was discarded on the way instead of a refusal.</summary>
    public static (IReadOnlyList<InputCase> Cases, GenerationHealth Health) GenerateWithHealth(InputTables tables, IReadOnlyList<CaseConstant> constants, CaseBudget budget, ColumnRoles? roles = null)
    {
        var (plan, health) = (new GenerationPlan(tables, constants, roles ?? ColumnRoles.None), new GenerationHealth(tables));
        return ([.. Enumerable.Range(0, budget.Count).Select(i => tables.Rows(new CaseBuilder(plan, new Draws(budget.Seed, i), health).Build(i)))], health);
    }
}
