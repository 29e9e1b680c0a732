namespace SqlHarness.Cli.Inputs;

/// <summary>A table in a database file.</summary>
sealed record TableAddress(string Said, string Engine, string File, string? Schema, string Table) : InputAddress(Said);
