using System.CommandLine;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Cli.Port;

/// <summary><c>sqlharness port</c>: its arguments.</summary>
static class PortCommand
{
    static readonly Argument<string[]> Queries = new("QUERY") { Description = "The queries to print, by name; all of the assembly where none is named.", Arity = ArgumentArity.ZeroOrMore };
    static readonly Option<string[]> To = new("--to")
    {
        Description = $"The dialects, apart by commas: {string.Join(", ", Dialect.All)}; all by default.", HelpName = "DIALECT", AllowMultipleArgumentsPerToken = false,
    };

    static readonly Option<string?> Assembly = new("--assembly") { Description = "A compiled assembly whose methods with [Query(\"name\")] are printed; by default SqlHarness's own queries.", HelpName = "FILE" };
    static readonly Option<string?> Out = new("--out") { Description = "Write DIR/QUERY/DIALECT.sql instead of printing.", HelpName = "DIR" };
    static readonly Option<bool> Check = new("--check") { Description = "With --out: compare the files with what would be written, write nothing, and end with 1 if they differ." };
    static readonly Option<bool> List = new("--list") { Description = "List the queries: what they read, return and need." };
    static readonly Option<string> Form = Choice("--as", "What the SQL is used as: a SELECT, a view, a table of the result, or the body of a dbt model.", "select", "view", "table", "dbt");
    static readonly Option<string?> Name = new("--name") { Description = "The name of the view or table, with its schema if it has one; by default the query's.", HelpName = "NAME" };
    static readonly Option<string> Names = Choice("--names", "What columns are called that no [Column(\"name\")] names: as the result declares them, or in snake case.", "declared", "snake_case");
    static readonly Option<string[]> Set = new("--set") { Description = "The value of a query's parameter: least=100.", HelpName = "NAME=VALUE" };
    static readonly Option<bool> Force = new("--force") { Description = "Replace files that hold something else." };
    static readonly Option<string> Format = Choice("--format", "How the list is printed.", "table", "json");

    public static Command Create(Terminal terminal) => new ExampleCommand("port", "Prints queries as SQL, for one dialect or all.",
        "sqlharness port sessions --to bigquery,snowflake --as dbt")
    {
        Queries, To, Assembly, Out, Check, List, Form, Name, Names, Set, Force, Format,
    }.Runs(terminal, (parsed, cancelled) => new PortRun(Request(parsed), terminal).RunAsync(cancelled));

    static PortRequest Request(ParseResult parsed) => new()
    {
        Queries = parsed.GetValue(Queries) ?? [], Dialects = [.. (parsed.GetValue(To) ?? []).SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        Assembly = parsed.GetValue(Assembly), Out = parsed.GetValue(Out), Check = parsed.GetValue(Check), List = parsed.GetValue(List), Form = parsed.GetRequiredValue(Form),
        Name = parsed.GetValue(Name), SnakeCase = parsed.GetValue(Names) == "snake_case", Set = parsed.GetValue(Set) ?? [], Force = parsed.GetValue(Force), AsJson = parsed.GetValue(Format) == "json",
    };

    static Option<string> Choice(string name, string description, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        return option.AcceptOnlyFromAmong(choices);
    }
}
