using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>A row of the left side.</summary>
sealed class LeftTable : TableRow;
