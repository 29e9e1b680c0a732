namespace SqlHarness.Cli.Inputs;

/// <summary>A file, a glob of files, or <c>-</c> for standard input.</summary>
sealed record FileAddress(string Path) : InputAddress(Path == "-" ? "standard input" : Path);
