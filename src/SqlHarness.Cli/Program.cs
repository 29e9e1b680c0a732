using System.CommandLine;
using SqlHarness.Cli.Demo;
using Spectre.Console;

var demo = new Command("demo", "Sessionizes six page views on SQLite and DuckDB and proves the query on generated cases. Example: sqlharness demo --cases 1000")
{
    new Option<int>("--cases") { Description = "How many generated cases.", DefaultValueFactory = _ => 1000 },
};
demo.SetAction((parsed, cancellationToken) => DemoCommand.RunAsync(AnsiConsole.Console, parsed.GetValue<int>("--cases"), cancellationToken));
var root = new RootCommand("SQL logic in C#, proven in milliseconds, shipped unchanged to every warehouse.") { demo };
return await root.Parse(args).InvokeAsync();
