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
            return [.. input.Columns.Select(c => Expression(c, Types(request, c, others, isLeft) is { IsNeeded: true, Types: var needed } && c.Type == typeof(string) ? needed[0] : null))];
        List<string> columns = [];
        foreach (var column in input.Columns)
            columns.Add(Expression(column, await TypeAsync(column, Types(request, column, others, isLeft), cancellationToken).ConfigureAwait(false)));
        return columns;
    }

    static string Expression(ColumnType column, string? type) => type is null ? SqlText.Name(column.Name) : $"CAST({SqlText.Name(column.Name)} AS {type}) AS {SqlText.Name(column.Name)}";

    // The types that a text is read as if it can be, the first one that holds it, and whether an option fails without.
    static (string[] Types, bool IsNeeded) Types(CompareRequest request, ColumnType column, IReadOnlyList<ColumnType> others, bool isLeft)
    {
        var renamed = request.Options.Renames.FirstOrDefault(r => string.Equals(isLeft ? r.Key : r.Value, column.Name, StringComparison.OrdinalIgnoreCase));
        var otherName = renamed.Key is null ? column.Name : isLeft ? renamed.Value : renamed.Key;
        bool Is(string name) => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, otherName, StringComparison.OrdinalIgnoreCase);
        var other = others.FirstOrDefault(o => o.Name == otherName) ?? others.FirstOrDefault(o => string.Equals(o.Name, otherName, StringComparison.OrdinalIgnoreCase));
        if (other is not null && other.Type != typeof(string))
            return (TypeLike(other) is { } like ? [like, .. Wider(like)] : [], false);
        if (request.Options.Levels.Any(l => l.Unit is not null && Is(l.Column)) || (request.Options.Overlap is { } times && Is(times)))
            return ([Time], true);
        var tolerance = request.Options.Tolerances.FirstOrDefault(t => Is(t.Key)).Value;
        if (tolerance is not null && !tolerance.IsFor(typeof(string)))
            return (tolerance.IsFor(typeof(DateTime)) ? [Time] : Numbers, true);
        return request.Options.Measures.Any(m => m.Aggregation == Aggregation.Sum && m.Column is not null && Is(m.Column)) ? (Numbers, true) : ([], false);
    }

    const string Time = "TIMESTAMP";

    // Exact if it can be.
    static readonly string[] Numbers = ["DECIMAL(38, 9)", "DECIMAL(38, 18)", "DOUBLE"];

    // What holds more than the other side's type: values are compared all the same, and none is rounded to be equal.
    static string[] Wider(string type) => type == "DATE" ? [Time] : IsWhole(type) || type.StartsWith("DECIMAL", StringComparison.Ordinal) ? Numbers : [];

    static bool IsWhole(string type) => type is "BIGINT" or "UBIGINT" or "HUGEINT";

    static string? TypeLike(ColumnType other) => System.Type.GetTypeCode(other.Type) switch
    {
        TypeCode.Boolean => "BOOLEAN",
        >= TypeCode.SByte and <= TypeCode.Int64 => "BIGINT",
        TypeCode.UInt64 => "UBIGINT",
        TypeCode.Single or TypeCode.Double => "DOUBLE",
        TypeCode.Decimal => other.DatabaseType is { } declared && declared.Contains('(', StringComparison.Ordinal) ? $"DECIMAL{declared[declared.IndexOf('(', StringComparison.Ordinal)..]}" : Numbers[0],
        TypeCode.DateTime => Time,
        _ when other.Type == typeof(DateOnly) => "DATE",
        _ when other.Type == typeof(Guid) => "UUID",
        _ when other.Type == typeof(TimeOnly) => "TIME",
        _ when other.Type == typeof(System.Numerics.BigInteger) => "HUGEINT",
        _ => null,
    };

    async Task<string?> TypeAsync(ColumnType column, (string[] Types, bool IsNeeded) meant, CancellationToken cancellationToken)
    {
        (long Row, string Text) lost = default;
        foreach (var type in meant.Types)
        {
            var found = await LostAsync(SqlText.Name(column.Name), type, cancellationToken).ConfigureAwait(false);
            if (found.Count == 0)
                return type;
            lost = found[0];
        }

        return meant.IsNeeded ? throw new BadInputException($"{input.Said}: row {lost.Row}, column {column.Name}: '{lost.Text}' is not a {(meant.Types[0] == Time ? "time" : "number")}, which an option needs there.") : null;
    }

    // The first text that a type does not hold as it is; a number that would be rounded is none that it holds.
    Task<List<(long Row, string Text)>> LostAsync(string name, string type, CancellationToken cancellationToken)
    {
        var isLost = $"TRY_CAST({name} AS {type}) IS NULL";
        // Casts round fractions, and cut times and days.
        if (IsWhole(type))
            isLost += $" OR NOT regexp_full_match({name}, '[+-]?[0-9]+([.]0*)?')";
        if (type == "DATE")
            isLost += $" OR TRY_CAST({name} AS DATE) <> TRY_CAST({name} AS TIMESTAMP)";
        if (type is Time or "TIME")
            isLost += $" OR regexp_matches({name}, '[.][0-9]{{6}}[0-9]*[1-9]')";
        if (type.StartsWith("DECIMAL", StringComparison.Ordinal))
            isLost += $" OR length(rtrim(split_part({name}, '.', 2), '0')) > {Scale(type)} OR regexp_matches({name}, '[eE]')";
        return bench.QueryAsync($"Looking at {input.Said}", $"SELECT row, {name} FROM (SELECT row_number() OVER () AS row, {name} FROM {table}) WHERE {name} IS NOT NULL AND ({isLost}) ORDER BY row LIMIT 1",
            r => (Row: r.GetInt64(0), Text: r.GetString(1)), cancellationToken);
    }

    static int Scale(string type) => int.Parse(type.Split(',', ')')[1], System.Globalization.CultureInfo.InvariantCulture);
}
