using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Compare;

/// <summary>A type that a column is read as in the workbench, which is DuckDB.</summary>
/// <param name="Type">DuckDB's name of it.</param>
/// <param name="Reads">The value, of the column's quoted name.</param>
/// <param name="Loses">Whether a value is not of the type, or would lose something, of the column's name.</param>
sealed record ReadAs(string Type, Func<string, string> Reads, Func<string, string> Loses)
{
    /// <summary>A whole number as microseconds since 1970.</summary>
    public static ReadAs Microseconds { get; } = new("TIMESTAMP", name => $"make_timestamp({name})", name => $"{SqlText.Name(name)} IS NOT NULL AND TRY(make_timestamp({SqlText.Name(name)})) IS NULL");

    /// <summary>A text as a type.</summary>
    public static ReadAs Text(string type) => new(type, name => $"CAST({name} AS {type})", name => IsLost(SqlText.Name(name), type));

    // What is written back as it stood has lost nothing; only the others are looked at closely, which is slower.
    static string IsLost(string name, string type) => $"{name} IS NOT NULL AND CASE WHEN CAST(TRY_CAST({name} AS {type}) AS VARCHAR) = {name} THEN false ELSE TRY_CAST({name} AS {type}) IS NULL{Loss(name, type)} END";

    // Casts round fractions, and cut times and days.
    static string Loss(string name, string type) => type switch
    {
        "BIGINT" or "UBIGINT" or "HUGEINT" => $" OR NOT regexp_full_match({name}, '[+-]?[0-9]+([.]0*)?')",
        "FLOAT" => $" OR CAST(CAST(TRY_CAST({name} AS FLOAT) AS VARCHAR) AS DOUBLE) <> TRY_CAST({name} AS DOUBLE)",
        "DATE" => $" OR TRY_CAST({name} AS DATE) <> TRY_CAST({name} AS TIMESTAMP)",
        "TIMESTAMP" or "TIME" => $" OR regexp_matches({name}, '[.][0-9]{{6}}[0-9]*[1-9]')",
        _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => $" OR length(rtrim(split_part({name}, '.', 2), '0')) > {type.Split(',', ')')[1].Trim()} OR regexp_matches({name}, '[eE]')",
        _ => "",
    };
}
