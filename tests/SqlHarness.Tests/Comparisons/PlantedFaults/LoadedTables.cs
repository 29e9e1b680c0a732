using System.Globalization;
using LinqToDB;
using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Tables loaded for a comparison, and dropped after it.</summary>
/// <param name="workspace">Where.</param>
sealed class LoadedTables(Workspace workspace) : IDisposable
{
    readonly Stack<Action> _drops = new();

    /// <summary>Rows as a table.</summary>
    public ComparedSide Load<TRow>(IEnumerable<TRow> rows, string name) where TRow : class
    {
        var table = workspace.Load(rows, name);
        _drops.Push(() => table.Drop());
        return ComparedSide.Of(workspace.Connection, table, name);
    }

    /// <summary>Rows as a table of the right side's kind.</summary>
    public ComparedSide LoadRight(IReadOnlyList<OrderLine> rows, string name, RightTable kind) => kind switch
    {
        RightTable.Same => Load(rows, name),
        RightTable.OtherOrder => Load(RetypedLine<long?>.Of<RetypedLine<long?>>(rows, q => q), name),
        RightTable.TextQuantity => Load(RetypedLine<string?>.Of<RetypedLine<string?>>(rows, q => q?.ToString(CultureInfo.InvariantCulture)), name),
        RightTable.IntegerQuantity => Load(RetypedLine<int?>.Of<RetypedLine<int?>>(rows, q => (int?)q), name),
        RightTable.DecimalQuantity => Load(RetypedLine<decimal?>.Of<DecimalLine>(rows, q => q), name),
        _ => Load(RetypedLine<double?>.Of<RetypedLine<double?>>(rows, q => q), name),
    };

    public void Dispose()
    {
        while (_drops.TryPop(out var drop))
            drop();
    }
}
