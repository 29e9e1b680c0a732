using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>A row of the right side.</summary>
sealed class RightTable : TableRow;
