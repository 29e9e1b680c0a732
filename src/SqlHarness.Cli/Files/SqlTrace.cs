using System.Diagnostics;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Files;

/// <summary>Shows what a connection executes.</summary>
static class SqlTrace
{
    /// <summary>Makes connections that print each statement on stderr before it runs.</summary>
    public static Func<DataOptions, DataConnection> To(Terminal terminal) => options => new(options.UseTracing(TraceLevel.Info, trace =>
    {
        if (trace.TraceInfoStep == TraceInfoStep.BeforeExecute && trace.SqlText is { Length: > 0 } sql)
            Terminal.WriteLine(terminal.Error, sql.TrimEnd() + ";\n");
    }));
}
