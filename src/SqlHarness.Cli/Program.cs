using System.Globalization;
using SqlHarness.Cli.CommandLine;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
return await Application.RunAsync(args, new Terminal(Console.Out, Console.Error));
