using System.CommandLine;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Cli.Verify;

/// <summary><c>sqlharness verify</c>: its arguments.</summary>
static class VerifyCommand
{
    static readonly Argument<string[]> Engines = new("ENGINE") { Description = EngineAddress.Help, Arity = ArgumentArity.OneOrMore };
    static readonly Option<string[]> Query = new("--query") { Description = "A query to prove, by name; all where none is named.", HelpName = "NAME" };
    static readonly Option<string?> Assembly = new("--assembly") { Description = "A compiled assembly whose methods with [Query(\"name\", typeof(Reference))] are proven; by default SqlHarness's own queries.", HelpName = "FILE" };
    static readonly Option<int> Cases = new("--cases") { Description = "How many cases are generated for each query.", HelpName = "N", DefaultValueFactory = _ => 1000 };
    static readonly Option<ulong> Seed = new("--seed") { Description = "The seed that cases are generated from.", HelpName = "N", DefaultValueFactory = _ => 20250101 };
    static readonly Option<string[]> Set = new("--set") { Description = "The value of a query's parameter: least=100.", HelpName = "NAME=VALUE" };
    static readonly Option<bool> Printed = new("--printed") { Description = "Run the text that port prints, also where linq2db has a provider." };
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be sent, and connect to nothing." };
    static readonly Option<string?> Report = new("--report") { Description = "Write the outcome as a page: matrix, versions, what ran, counterexamples.", HelpName = "FILE.html" };
    static readonly Option<bool> Force = new("--force") { Description = "Replace an existing report." };
    static readonly Option<string> Format = new("--format") { Description = "How the outcome is printed.", DefaultValueFactory = _ => "table" };

    public static Command Create(Terminal terminal)
    {
        Format.AcceptOnlyFromAmong("table", "json", "markdown");
        return new ExampleCommand("verify", "Proves queries on engines: generated cases, one statement a query, and a planted mistake that must be noticed.",
            "sqlharness verify postgresql:env:WAREHOUSE --cases 1000 --report verified.html")
        {
            Engines, Query, Assembly, Cases, Seed, Set, Printed, DryRun, Report, Force, Format,
        }.Runs(terminal, (parsed, cancelled) => new VerifyRun(Request(parsed), terminal).RunAsync(cancelled));
    }

    static VerifyRequest Request(ParseResult parsed) => new()
    {
        Engines = parsed.GetRequiredValue(Engines), Queries = parsed.GetValue(Query) ?? [], Assembly = parsed.GetValue(Assembly), Driver = CommonOptions.From(parsed).Driver, Set = parsed.GetValue(Set) ?? [],
        Budget = parsed.GetValue(Cases) is > 0 and var cases ? new CaseBudget(cases, parsed.GetValue(Seed)) : throw new BadInputException($"--cases must be at least 1, but is {parsed.GetValue(Cases)}."),
        Printed = parsed.GetValue(Printed), DryRun = parsed.GetValue(DryRun), Report = parsed.GetValue(Report), Force = parsed.GetValue(Force), Format = parsed.GetRequiredValue(Format),
    };
}
