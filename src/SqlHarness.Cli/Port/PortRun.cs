using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines.Dialects;
using SqlHarness.Queries;

namespace SqlHarness.Cli.Port;

/// <summary>Prints queries, writes them, compares them with what was written, or lists them.</summary>
sealed class PortRun(PortRequest request, Terminal terminal)
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (request.Check && request.Out is null)
            throw new BadInputException("--check compares files: --out says in which folder they are.");
        if (request.Name is not null && request.Form is "select" or "dbt")
            throw new BadInputException("--name is the name of a view or table: --as view or --as table makes one.");
        var all = QueryAssembly.Queries(request.Assembly);
        var queries = QueryAssembly.Named(all, request.Queries);
        if (request.List)
            return Task.FromResult(List(queries));
        if (request.Name is not null && queries.Count != 1)
            throw new BadInputException($"--name names one view or table, but {queries.Count} queries are printed.");
        var files = Printed(ParameterValues.Apply(queries, request.Set), Dialects(), cancellationToken);
        return Task.FromResult(request.Out is null ? Print(files) : request.Check ? Check(files) : Write(files, cancellationToken));
    }

    IReadOnlyList<Dialect> Dialects()
    {
        if (request.Dialects.Count == 0 || request.Dialects.Contains("all"))
            return Dialect.All;
        try
        {
            return [.. request.Dialects.Select(Dialect.Named).Distinct()];
        }
        catch (DialectException e)
        {
            throw new BadInputException(e.Message, e);
        }
    }

    List<SqlFile> Printed(IReadOnlyList<RegisteredQuery> queries, IReadOnlyList<Dialect> dialects, CancellationToken cancellationToken)
    {
        var printed = SideBySide([.. queries.SelectMany(q => dialects.Select(d => (q, d)))], cancellationToken);
        var refusals = printed.Select(p => p.Refusal).OfType<string>().Distinct().ToList();
        return refusals.Count == 0 ? [.. printed.Select(p => p.File!)] : throw new BadInputException(string.Join(Environment.NewLine, refusals));
    }

    // Most of the time goes into linq2db's first query of each kind.
    List<(SqlFile? File, string? Refusal)> SideBySide(List<(RegisteredQuery Query, Dialect Dialect)> texts, CancellationToken cancellationToken)
    {
        try
        {
            return [.. texts.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(t => Printed(t.Query, t.Dialect))];
        }
        catch (AggregateException e)
        {
            // What a user's own query throws.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            throw;
        }
    }

    (SqlFile? File, string? Refusal) Printed(RegisteredQuery query, Dialect dialect)
    {
        try
        {
            return (new(query.Name, dialect.Name, dialect.Print(query, Options(query)) + "\n"), null);
        }
        catch (DialectException e)
        {
            return (null, $"{query} in {dialect}: {e.Message}");
        }
        catch (QueryRegistrationException e)
        {
            return (null, e.Message);
        }
    }

    PrintOptions Options(RegisteredQuery query) => new()
    {
        Naming = request.SnakeCase ? ColumnNaming.SnakeCase : ColumnNaming.AsDeclared,
        Form = request.Form switch
        {
            "view" => SqlForm.View(request.Name ?? query.Name),
            "table" => SqlForm.Table(request.Name ?? query.Name),
            "dbt" => SqlForm.DbtModel,
            _ => SqlForm.Select,
        },
    };

    int Print(List<SqlFile> files)
    {
        foreach (var (file, i) in files.Select((f, i) => (f, i)))
        {
            // One text alone can be piped into a warehouse's own client.
            var heading = files.Count == 1 ? "" : $"{(i == 0 ? "" : "\n")}-- {file.Query}, {file.Dialect}\n";
            Terminal.WriteLine(terminal.Out, heading + file.Sql.TrimEnd('\n') + (files.Count == 1 ? "" : ";"));
        }

        return CommandExtensions.Fine;
    }

    int Write(List<SqlFile> files, CancellationToken cancellationToken)
    {
        var changed = SqlFolder.Write(request.Out!, files, request.Force, cancellationToken);
        Terminal.WriteLine(terminal.Out, $"{changed} of {files.Count} files written to {request.Out}{(changed == files.Count ? "" : "; the others were so already")}.");
        return CommandExtensions.Fine;
    }

    int Check(List<SqlFile> files)
    {
        var differences = SqlFolder.Differences(request.Out!, files, request.Queries.Count == 0, request.Dialects.Count == 0 || request.Dialects.Contains("all"));
        foreach (var difference in differences)
            Terminal.WriteLine(terminal.Out, difference);
        Terminal.WriteLine(terminal.Out, differences.Count == 0 ? $"{files.Count} files are as printed." : $"{differences.Count} {(differences.Count == 1 ? "file is" : "files are")} not as printed; port --out {request.Out} --force writes them.");
        return differences.Count == 0 ? CommandExtensions.Fine : CommandExtensions.Different;
    }

    int List(IReadOnlyList<RegisteredQuery> queries)
    {
        var rows = queries.Select(q => new
        {
            query = q.Name, reads = q.Inputs.Select(Said).ToArray(), returns = Said(q.Result), reference = q.HasReference,
            parameters = q.Parameters.Select(p => new { name = p.Name, type = Said(p.Type), @default = p.HasValue ? p.Value : null, required = !p.HasValue }).ToArray(),
        }).ToList();
        if (request.AsJson)
        {
            Terminal.WriteLine(terminal.Out, JsonSerializer.Serialize(rows, Json));
            return CommandExtensions.Fine;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("query", "reads", "returns", "reference", "parameters");
        foreach (var row in rows)
        {
            table.AddRow(new Text(row.query), new Text(string.Join(", ", row.reads)), new Text(row.returns), new Text(row.reference ? "yes" : "no"),
                new Text(string.Join(", ", row.parameters.Select(p => p.required ? $"{p.type} {p.name}" : $"{p.type} {p.name} = {p.@default ?? "null"}"))));
        }

        terminal.Out.Write(table);
        return CommandExtensions.Fine;
    }

    static string Said(Type type) => !type.IsGenericType ? type.Name
        : Nullable.GetUnderlyingType(type) is { } plain ? Said(plain) + "?" : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Said))}>";
}
