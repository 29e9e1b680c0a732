using System.CommandLine;
using System.Text.RegularExpressions;

namespace SqlHarness.Cli.CommandLine;

/// <summary>Options that every command has.</summary>
/// <param name="Threads">How many threads a query may use; null for all cores.</param>
/// <param name="MemoryLimit">How much memory a query may use before it spills to disk; null for DuckDB's own limit.</param>
/// <param name="ShowSql">Whether statements are printed on stderr before they run.</param>
/// <param name="Driver">The user's own ADO.NET driver; null for the command's drivers.</param>
sealed partial record CommonOptions(int? Threads, string? MemoryLimit, bool ShowSql, string? Driver = null)
{
    static readonly Option<int?> ThreadsOption = new("--threads") { Description = "Threads that a query may use; all cores by default.", Recursive = true, HelpName = "N" };

    static readonly Option<string?> MemoryLimitOption = new("--memory-limit")
    {
        Description = "Memory that a query may use before it spills to disk, as 4GB; 80 % of the machine's by default.", Recursive = true, HelpName = "SIZE",
    };

    static readonly Option<bool> ShowSqlOption = new("--show-sql") { Description = "Print each statement on stderr before it runs.", Recursive = true };

    static readonly Option<string?> DriverOption = new("--driver")
    {
        Description = "Your own ADO.NET driver, for a server that the command has none for: the assembly with its DbConnection.", Recursive = true, HelpName = "FILE",
    };

    static readonly Option<bool> VerboseOption = new("--verbose") { Description = "With an error, also print where it came from.", Recursive = true };

    public static IReadOnlyList<Option> All => [ThreadsOption, MemoryLimitOption, ShowSqlOption, DriverOption, VerboseOption];

    public static bool IsVerbose(ParseResult parsed) => parsed.GetValue(VerboseOption);

    /// <exception cref="BadInputException">A value is out of range; the message names the option.</exception>
    public static CommonOptions From(ParseResult parsed)
    {
        var (threads, memory) = (parsed.GetValue(ThreadsOption), parsed.GetValue(MemoryLimitOption));
        if (threads < 1)
            throw new BadInputException($"--threads must be at least 1, but is {threads}.");
        return memory is not null && !Size().IsMatch(memory)
            ? throw new BadInputException($"--memory-limit must be a size as 512MB or 4GB, but is '{memory}'.")
            : new(threads, memory, parsed.GetValue(ShowSqlOption), parsed.GetValue(DriverOption));
    }

    [GeneratedRegex(@"^[1-9][0-9]*(\.[0-9]+)? ?([KMGT]i?B)$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
