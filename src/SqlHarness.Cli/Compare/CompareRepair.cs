using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Repairs;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>The SQL that would make the right side equal to the left one; printed, never run.</summary>
sealed class CompareRepair
{
    readonly CompareRequest _request;
    readonly (Dialect Dialect, string Table) _right;
    readonly string? _leftBeside;

    CompareRepair(CompareRequest request, (Dialect Dialect, string Table) right, string? leftBeside) => (_request, _right, _leftBeside) = (request, right, leftBeside);

    /// <exception cref="BadInputException">The right side is no table of a database.</exception>
    public static CompareRepair Of(CompareRequest request)
    {
        var (left, right) = (InputAddress.Parse(request.Left), InputAddress.Parse(request.Right));
        var table = Table(right) ?? throw new BadInputException($"--repair prints SQL for a table, and {right.Said} is none.");
        // Of part of the rows the statements for whole tables would change the others too.
        var isWhole = request.Where is null && request.Options is { SamplePerMille: 1000, Overlap: null };
        return new(request, table, isWhole && IsBeside(left, right) ? Table(left)?.Table : null);
    }

    /// <summary>The statements.</summary>
    /// <exception cref="BadInputException">A value has no literal in the dialect; the message names its column.</exception>
    public string Of(TableComparison comparison)
    {
        var columns = comparison.Columns.Where(c => !c.IsIgnored).Select(c => c.Column).ToList();
        var key = comparison.Key.Select(name => columns.FindIndex(c => c.Name == name)).ToList();
        // A key that was found has no NULL on either side, so that plain equality, which every engine looks up or hashes, matches it.
        if (comparison.IsKeyFound)
            columns = [.. columns.Select((c, i) => key.Contains(i) ? c with { Left = c.Left with { IsNullable = false }, Right = c.Right with { IsNullable = false } } : c)];
        try
        {
            return comparison.Rows.IsEqual || _leftBeside is null ? Repair.OfRows(_right.Dialect, _right.Table, columns, key, comparison.Rows, comparison.DifferingRows)
                : Repair.OfTables(_right.Dialect, _leftBeside, _right.Table, [.. columns.Select(c => AsDeclared(c, comparison.Schema))], key, comparison.Rows.NonUniqueKeys == 0);
        }
        catch (DialectException e)
        {
            throw new BadInputException($"{_request.Repair} cannot be written: {e.Message}", e);
        }
    }

    // The statements are of the tables as they are, and not as their texts are read.
    static ComparedColumn AsDeclared(ComparedColumn column, SchemaComparison schema) => schema.Differences.FirstOrDefault(d => d.Change == SchemaChange.Type && d.Column == column.Name) is { } changed
        ? column with { Left = AsDeclared(column.Left, changed.Left), Right = AsDeclared(column.Right, changed.Right) } : column;

    static ColumnType AsDeclared(ColumnType column, string? declared) => declared == column.DatabaseType ? column : column with { Type = declared == "VARCHAR" ? typeof(string) : column.Type, DatabaseType = declared };

    static (Dialect Dialect, string Table)? Table(InputAddress address) => address switch
    {
        ServerAddress server => (Dialect.Named(server.Server.Name), Named(server.Schema, server.Table)),
        TableAddress file => (Dialect.Named(file.Engine), Named(file.Schema, file.Table)),
        _ => null,
    };

    static string Named(string? schema, string table) => schema is null ? table : $"{schema}.{table}";

    static bool IsBeside(InputAddress left, InputAddress right) => (left, right) switch
    {
        (ServerAddress one, ServerAddress other) => one.Server == other.Server,
        (TableAddress one, TableAddress other) => one.Engine == other.Engine && Path.GetFullPath(one.File) == Path.GetFullPath(other.File),
        _ => false,
    };
}
