using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>
/// The columns of an input, read as what they are compared with. Texts are read as the other side's type, or a wider one, if all of them can be and none loses anything by it, or as what an option works with; whole numbers
/// of SQLite, where times are microseconds, as times.
/// </summary>
/// <param name="bench">The workbench.</param>
/// <param name="input">The input.</param>
/// <param name="table">The input in the workbench.</param>
sealed class TextColumns(Workbench bench, InputTable input, string table)
{
    const string Time = "TIMESTAMP";

    // Exact if it can be.
    static readonly string[] Numbers = ["DECIMAL(38, 9)", "DECIMAL(38, 18)", "DOUBLE"];

    /// <summary>What each column is read as; null where it is as it is.</summary>
    /// <exception cref="BadInputException">A text is not of the type that an option needs; the message names row, column and value.</exception>
    public async Task<IReadOnlyList<ReadAs?>> OfAsync(CompareRequest request, IReadOnlyList<ColumnType> others, bool isLeft, CancellationToken cancellationToken)
    {
        var read = new ReadAs?[input.Columns.Count];
        List<(int Column, List<ReadAs> As, bool IsNeeded)> open = [.. input.Columns.Select((c, i) => (i, c, Types: Types(request, c, others, isLeft))).Where(c => c.Types.As.Count > 0).Select(c => (c.i, c.Types.As, c.Types.IsNeeded))];
        // All columns in one scan, and again those whose type does not hold all.
        while (open.Count > 0)
        {
            var lose = await bench.QueryAsync($"Looking at {input.Said}", $"SELECT {string.Join(", ", open.Select(c => $"coalesce(bool_or({c.As[0].Loses(input.Columns[c.Column].Name)}), false)"))} FROM {table}",
                r => open.Select((_, i) => r.GetBoolean(i)).ToArray(), cancellationToken).ConfigureAwait(false);
            List<(int, List<ReadAs>, bool)> again = [];
            foreach (var (column, loses) in open.Zip(lose.Single()))
            {
                if (!loses)
                    read[column.Column] = column.As[0];
                else if (column.As.Count > 1)
                    again.Add((column.Column, column.As[1..], column.IsNeeded));
                else if (column.IsNeeded)
                    throw await UnreadAsync(input.Columns[column.Column].Name, column.As[0], cancellationToken).ConfigureAwait(false);
            }

            open = again;
        }

        return read;
    }

    // What a column can be read as, the first one that holds it, and whether an option fails without.
    (List<ReadAs> As, bool IsNeeded) Types(CompareRequest request, ColumnType column, IReadOnlyList<ColumnType> others, bool isLeft)
    {
        var renamed = request.Options.Renames.FirstOrDefault(r => string.Equals(isLeft ? r.Key : r.Value, column.Name, StringComparison.OrdinalIgnoreCase));
        var otherName = renamed.Key is null ? column.Name : isLeft ? renamed.Value : renamed.Key;
        bool Is(string name) => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, otherName, StringComparison.OrdinalIgnoreCase);
        var other = others.FirstOrDefault(o => o.Name == otherName) ?? others.FirstOrDefault(o => string.Equals(o.Name, otherName, StringComparison.OrdinalIgnoreCase));
        if (column.DatabaseType != "VARCHAR")
            return (input.HasTimesAsIntegers && column.Type == typeof(long) && other?.Type == typeof(DateTime) ? [ReadAs.Microseconds] : [], false);
        if (other is not null && other.Type != typeof(string))
        {
            var type = TypeLike(other);
            // Where a column is declared as text, a whole number is known by its digits: 007 is not 7.
            return (type is null || (!input.HasNoTypes && IsWhole(type)) ? [] : [.. Wider(type).Prepend(type).Select(ReadAs.Text)], false);
        }

        if (request.Options.Levels.Any(l => l.Unit is not null && Is(l.Column)) || (request.Options.Overlap is { } times && Is(times)))
            return ([ReadAs.Text(Time)], true);
        var tolerance = request.Options.Tolerances.FirstOrDefault(t => Is(t.Key)).Value;
        if (tolerance is not null && !tolerance.IsFor(typeof(string)))
            return (tolerance.IsFor(typeof(DateTime)) ? [ReadAs.Text(Time)] : [.. Numbers.Select(ReadAs.Text)], true);
        return request.Options.Measures.Any(m => m.Aggregation == Aggregation.Sum && m.Column is not null && Is(m.Column)) ? ([.. Numbers.Select(ReadAs.Text)], true) : ([], false);
    }

    // What holds more than the other side's type: values are compared all the same, and none is rounded to be equal.
    static string[] Wider(string type) => type == "DATE" ? [Time] : type == "FLOAT" ? ["DOUBLE"] : IsWhole(type) || type.StartsWith("DECIMAL", StringComparison.Ordinal) ? Numbers : [];

    static bool IsWhole(string type) => type is "BIGINT" or "UBIGINT" or "HUGEINT";

    static string? TypeLike(ColumnType other) => Type.GetTypeCode(other.Type) switch
    {
        TypeCode.Boolean => "BOOLEAN",
        >= TypeCode.SByte and <= TypeCode.Int64 => "BIGINT",
        TypeCode.UInt64 => "UBIGINT",
        TypeCode.Single => "FLOAT",
        TypeCode.Double => "DOUBLE",
        TypeCode.Decimal => other.DatabaseType is { } declared && declared.Contains('(', StringComparison.Ordinal) ? $"DECIMAL{declared[declared.IndexOf('(', StringComparison.Ordinal)..]}" : Numbers[0],
        TypeCode.DateTime => Time,
        _ when other.Type == typeof(DateOnly) => "DATE",
        _ when other.Type == typeof(Guid) => "UUID",
        _ when other.Type == typeof(TimeOnly) => "TIME",
        _ when other.Type == typeof(System.Numerics.BigInteger) => "HUGEINT",
        _ => null,
    };

    async Task<BadInputException> UnreadAsync(string column, ReadAs read, CancellationToken cancellationToken)
    {
        var name = SqlText.Name(column);
        var (row, text) = (await bench.QueryAsync($"Looking at {input.Said}", $"SELECT row, {name} FROM (SELECT row_number() OVER () AS row, {name} FROM {table}) WHERE {read.Loses(column)} ORDER BY row LIMIT 1",
            r => (r.GetInt64(0), r.GetString(1)), cancellationToken).ConfigureAwait(false)).Single();
        return new($"{input.Said}: row {row}, column {column}: '{text}' is not a {(read.Type == Time ? "time" : "number")}, which an option needs there.");
    }
}
