using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>The columns of a text file, read as what they are compared with: as the other side's type if all of them can be, or as what an option works with.</summary>
/// <param name="bench">The workbench.</param>
/// <param name="input">The input.</param>
/// <param name="table">The input in the workbench.</param>
/// <param name="isText">Whether its columns are texts because the file has no types.</param>
sealed class TextColumns(Workbench bench, InputTable input, string table, bool isText)
{
    /// <summary>The columns of a SELECT, in order.</summary>
    public async Task<IReadOnlyList<string>> TypedAsync(CompareRequest request, IReadOnlyList<ColumnType> others, bool isLeft, CancellationToken cancellationToken)
    {
        if (!isText)
            return [.. input.Columns.Select(c => Expression(c, Type(request, c, others, isLeft) is { IsNeeded: true, Type: var needed } && c.Type == typeof(string) ? needed : null))];
        List<string> columns = [];
        foreach (var column in input.Columns)
            columns.Add(Expression(column, await TypeAsync(column, Type(request, column, others, isLeft), cancellationToken).ConfigureAwait(false)));
        return columns;
    }

    static string Expression(ColumnType column, string? type) => type is null ? SqlText.Name(column.Name) : $"CAST({SqlText.Name(column.Name)} AS {type}) AS {SqlText.Name(column.Name)}";

    // The type to read a text as, and whether an option fails without.
    static (string? Type, bool IsNeeded) Type(CompareRequest request, ColumnType column, IReadOnlyList<ColumnType> others, bool isLeft)
    {
        var renamed = request.Options.Renames.FirstOrDefault(r => string.Equals(isLeft ? r.Key : r.Value, column.Name, StringComparison.OrdinalIgnoreCase));
        var otherName = renamed.Key is null ? column.Name : isLeft ? renamed.Value : renamed.Key;
        bool Is(string name) => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, otherName, StringComparison.OrdinalIgnoreCase);
        var other = others.FirstOrDefault(o => o.Name == otherName) ?? others.FirstOrDefault(o => string.Equals(o.Name, otherName, StringComparison.OrdinalIgnoreCase));
        if (other is not null && other.Type != typeof(string))
            return (TypeLike(other), false);
        if (request.Options.Levels.Any(l => l.Unit is not null && Is(l.Column)))
            return ("TIMESTAMP", true);
        var tolerance = request.Options.Tolerances.FirstOrDefault(t => Is(t.Key)).Value;
        if (tolerance is not null && !tolerance.IsFor(typeof(string)))
            return (tolerance.IsFor(typeof(DateTime)) ? "TIMESTAMP" : Number, true);
        return request.Options.Measures.Any(m => m.Aggregation == Aggregation.Sum && m.Column is not null && Is(m.Column)) ? (Number, true) : (null, false);
    }

    // Wide enough for money, and with more decimals than it has.
    const string Number = "DECIMAL(38, 9)";

    static string? TypeLike(ColumnType other) => System.Type.GetTypeCode(other.Type) switch
    {
        TypeCode.Boolean => "BOOLEAN",
        >= TypeCode.SByte and <= TypeCode.Int64 => "BIGINT",
        TypeCode.UInt64 => "UBIGINT",
        TypeCode.Single or TypeCode.Double => "DOUBLE",
        TypeCode.Decimal => other.DatabaseType is { } declared && declared.Contains('(', StringComparison.Ordinal) ? $"DECIMAL{declared[declared.IndexOf('(', StringComparison.Ordinal)..]}" : Number,
        TypeCode.DateTime => "TIMESTAMP",
        _ when other.Type == typeof(DateOnly) => "DATE",
        _ when other.Type == typeof(Guid) => "UUID",
        _ when other.Type == typeof(TimeOnly) => "TIME",
        _ when other.Type == typeof(System.Numerics.BigInteger) => "HUGEINT",
        _ => null,
    };

    async Task<string?> TypeAsync(ColumnType column, (string? Type, bool IsNeeded) meant, CancellationToken cancellationToken)
    {
        if (meant.Type is null)
            return null;
        var name = SqlText.Name(column.Name);
        // A number that would be rounded is not read as what it is.
        var isLost = meant.Type.StartsWith("DECIMAL", StringComparison.Ordinal)
            ? $"TRY_CAST({name} AS {meant.Type}) IS NULL OR TRY_CAST({name} AS {meant.Type}) <> TRY_CAST({name} AS DECIMAL(38, 18))" : $"TRY_CAST({name} AS {meant.Type}) IS NULL";
        var lost = await bench.QueryAsync($"Looking at {input.Said}", $"SELECT row, {name} FROM (SELECT row_number() OVER () AS row, {name} FROM {table}) WHERE {name} IS NOT NULL AND ({isLost}) ORDER BY row LIMIT 1", r => (Row: r.GetInt64(0), Text: r.GetString(1)), cancellationToken).ConfigureAwait(false);
        return lost.Count == 0 ? meant.Type
            : meant.IsNeeded ? throw new BadInputException($"{input.Said}: row {lost[0].Row}, column {column.Name}: '{lost[0].Text}' is not a {(meant.Type == Number ? "number" : "time")}, which an option needs there.")
            : null;
    }
}
