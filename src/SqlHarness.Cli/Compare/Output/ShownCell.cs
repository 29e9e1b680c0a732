namespace SqlHarness.Cli.Compare;

/// <summary>A cell of a row that is shown, as text.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Left">The left side's value; the only one in a row of one side, whichever that is.</param>
/// <param name="Right">The right side's.</param>
/// <param name="Differs">Whether they differ.</param>
sealed record ShownCell(string Column, string Left, string Right, bool Differs);
