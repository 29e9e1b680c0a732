using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Health;

namespace SqlHarness.Testing.Statements;

/// <summary>What a query's statement tells before it is run.</summary>
/// <param name="Constants">Its constants, each with the columns that it is compared with.</param>
/// <param name="Orders">For each ordered window the columns of its partitions and of its order.</param>
sealed record StatementFacts(IReadOnlyList<CaseConstant> Constants, IReadOnlyList<(IReadOnlyList<BaseColumn> Partition, IReadOnlyList<BaseColumn> Order)> Orders)
{
    /// <summary>What columns are to its windows.</summary>
    public ColumnRoles Roles { get; } = new(Orders);

    /// <summary>What it does with the tables' columns.</summary>
    public required ColumnUse Use { get; init; }

    /// <summary>Whether rows of one place in an order could change the answer: it has windows with an order, or takes or skips rows.</summary>
    public required bool IsOrdered { get; init; }
}
