using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking.Cases;

namespace SqlHarness.Testing;

/// <summary>What is to be proven.</summary>
/// <param name="Settings">How.</param>
/// <param name="Tables">The entity types of the query's tables.</param>
/// <param name="Query">The query.</param>
/// <param name="Claim">What is claimed of it.</param>
/// <param name="Code">How a report states it again as a test.</param>
sealed record ProofPlan<TResult>(HarnessSettings Settings, IReadOnlyList<Type> Tables, QueryOver<TResult> Query, IClaim<TResult> Claim, HarnessCode Code)
{
    public string Name => Settings.Name;

    /// <summary>Whether cases without a row, and answers without one, are meant: where they were written by hand.</summary>
    public bool MayExpectNothing => Settings.Given is not null;

    /// <summary>The cases that were given, or generated ones, from the mapping and the query's own statement.</summary>
    public DrawnCases Draw(CaseWorkspace workspace)
    {
        var tables = InputTables.Of(workspace.Mapping, Tables, Settings.Rules);
        var facts = workspace.FactsOf(Query([.. Tables.Select((_, i) => workspace.Table(i))]));
        var layout = new CaseLayout(Tables, [.. facts.Orders.Select(o => Order(tables, o.Partition, o.Order)).OfType<ReadingOrder>()]);
        return Settings.Given is { } given ? new(new([given], null), null, layout)
            : new(new(CaseGenerator.Generate(tables, facts.Constants, Settings.Budget, new(facts.Orders)), Settings.Budget.Seed), new InputReducer(tables, facts.Constants), layout);
    }

    static ReadingOrder? Order(InputTables tables, IReadOnlyList<BaseColumn> partition, IReadOnlyList<BaseColumn> order)
    {
        var table = tables.Tables.FirstOrDefault(t => t.Entity == order[0].Entity);
        return table is null ? null : new(table.Entity, Members(partition), Members(order));

        IReadOnlyList<string> Members(IReadOnlyList<BaseColumn> columns) => [.. columns.Select(c => table.Columns.First(o => o.Name == c.Name).Member)];
    }
}
