using SqlHarness.Testing.Cases.Generation;

namespace SqlHarness.Testing.Cases.Health;

/// <summary>What a query does with its tables' columns.</summary>
/// <param name="Columns">Those that it compares, groups, partitions or orders by.</param>
/// <param name="Joins">Pairs of columns, unchanged, that it holds equal.</param>
sealed record ColumnUse(IReadOnlyList<BaseColumn> Columns, IReadOnlyList<(BaseColumn Left, BaseColumn Right)> Joins);
