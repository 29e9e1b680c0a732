using System.Data.Common;
using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;
using SqlHarness.Engines.Servers;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>One run: open both sides, compare them, write the answer.</summary>
sealed class CompareRun(CompareRequest request, CommonOptions options, Terminal terminal)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var repair = request.Repair is null ? null : CompareRepair.Of(request);
        using var report = request.Out is { } path ? ReportFile.Create(path, request.Force) : null;
        using var script = request.Repair is { } sql ? ReportFile.Create(sql, request.Force) : null;
        var mask = new Mask(request.Masked);
        var comparison = await ComparedAsync(mask, cancellationToken).ConfigureAwait(false);
        script?.Write(repair!.Of(comparison));
        if (report is null)
            Print(comparison, request.Format, mask);
        else
        {
            report.Write(Written(comparison, mask));
            Print(comparison, CompareFormat.Table, mask);
            terminal.Out.Write(new Spectre.Console.Markup($"\n[green]written[/] {Spectre.Console.Markup.Escape(request.Out!)}\n"));
        }

        return comparison.Verdict == Verdict.Different || request.IsStrict && comparison.Verdict == Verdict.EqualWithinRules ? CommandExtensions.Different : CommandExtensions.Fine;
    }

    async Task<TableComparison> ComparedAsync(Mask mask, CancellationToken cancellationToken)
    {
        try
        {
            var sides = await OpenedSides.OpenAsync(request, options, terminal, cancellationToken).ConfigureAwait(false);
            await using var _ = sides.ConfigureAwait(false);
            mask.Check(sides.Left.Table, sides.Right.Table);
            var doing = "Comparing";
            return await Progress.WhileAsync<TableComparison>(terminal, () => doing, sides.Percent, () =>
                Comparison.OfAsync(sides.Left, sides.Right, request.Options, new Told(what => doing = what), cancellationToken)).ConfigureAwait(false);
        }
        catch (DbException e) when (!cancellationToken.IsCancellationRequested)
        {
            // A text file is read while it is compared.
            if (e is DuckDBException && DuckDbSentence.FileOf(e) is { } file)
                throw InputReader.Unreadable(new[] { request.Left, request.Right } is var sides && sides.Contains("-") && !sides.Contains(file) && StandardInput.IsCalled(file) ? InputAddress.Parse("-").Said : file, e);
            throw new BadInputException($"The comparison of {InputAddress.Parse(request.Left).Said} with {InputAddress.Parse(request.Right).Said} stopped half-way: {Sentence(e)}", e);
        }
        catch (Exception e) when (e is ComparisonException or UnknownColumnException && !cancellationToken.IsCancellationRequested)
        {
            throw new BadInputException(e.Message, e);
        }
    }

    // Without what the connection strings keep secret.
    string Sentence(DbException exception) => exception is DuckDBException ? DuckDbSentence.Of(exception)
        : new[] { request.Left, request.Right }.Select(InputAddress.Parse).OfType<ServerAddress>().Aggregate(ServerSentence.Of(exception, null), (said, server) => Secrets.Without(said, server.Server.ConnectionString));

    void Print(TableComparison comparison, CompareFormat format, Mask mask)
    {
        if (format == CompareFormat.Table)
            ComparisonText.Print(terminal.Out, comparison, mask);
        else
            Terminal.WriteLine(terminal.Out, Written(comparison, mask, format));
    }

    string Written(TableComparison comparison, Mask mask) => request.Format == CompareFormat.Table ? TextOf(comparison, mask) : Written(comparison, mask, request.Format);

    static string Written(TableComparison comparison, Mask mask, CompareFormat format) => format switch
    {
        CompareFormat.Json => ComparisonJson.Of(comparison, mask),
        CompareFormat.Junit => ComparisonJUnit.Of(comparison, mask),
        CompareFormat.Markdown => ComparisonMarkdown.Of(comparison, mask),
        _ => ComparisonPage.Of(comparison, mask),
    };

    static string TextOf(TableComparison comparison, Mask mask)
    {
        using var text = new StringWriter();
        ComparisonText.Print(new Terminal(text, TextWriter.Null).Out, comparison, mask);
        return text.ToString();
    }

    // Reports come from the thread that works, one after another.
    sealed class Told(Action<string> told) : IProgress<string>
    {
        public void Report(string value) => told(value);
    }
}
