using SqlHarness.Tables;

namespace SqlHarness.Cli.Inputs;

/// <summary>An input as DuckDB reads it. Its rows stay where they are.</summary>
sealed record InputTable
{
    /// <summary>The input in messages: its file, or <c>sqlite table events</c>.</summary>
    public required string Said { get; init; }

    /// <summary>The columns in order, with DuckDB's names of their types. Those of CSV are text; those of JSON lines are JSON.</summary>
    public required IReadOnlyList<ColumnType> Columns { get; init; }

    /// <summary>What to read from, for a FROM clause.</summary>
    public required string From { get; init; }

    /// <summary>The parts that rows are counted in, by what they are called: a glob's files.</summary>
    public required IReadOnlyList<(string Said, string From)> Parts { get; init; }

    /// <summary>Whether integers may be times: in SQLite they are microseconds since 1970.</summary>
    public bool HasTimesAsIntegers { get; init; }

    /// <summary>Whether its columns are texts because its files have no types.</summary>
    public bool HasNoTypes { get; init; }

    /// <summary>Whether to read it again costs more than to keep a copy: what is compressed as a whole, or has to be parsed line by line.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The column that a user named.</summary>
    /// <exception cref="UnknownColumnException">There is none.</exception>
    public ColumnType Column(string name) =>
        Columns.FirstOrDefault(c => c.Name == name) ?? Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UnknownColumnException(Said, name, [.. Columns.Select(c => c.Name)]);
}
