using SqlHarness.Cli.CommandLine;

return await Application.RunAsync(args, new Terminal(Console.Out, Console.Error));
