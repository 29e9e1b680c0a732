using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A column of both sides.</summary>
/// <param name="Left">The left side's.</param>
/// <param name="Right">The right side's; its name and type may be others.</param>
/// <param name="As">What their values are compared as.</param>
public sealed record ComparedColumn(ColumnType Left, ColumnType Right, ComparedAs As)
{
    /// <summary>What the comparison calls it: its name on the left.</summary>
    public string Name => Left.Name;
}
