namespace SqlHarness.Cli.Sessionize;

/// <summary>A column that the command works with, and how DuckDB gets its value.</summary>
/// <param name="Name">The input's column.</param>
/// <param name="Sql">Its value, typed; NULL where the input's is, and where it is <see cref="IsBad"/>.</param>
/// <param name="Type">The value's type in C#.</param>
/// <param name="IsBad">A condition for values that are there and cannot be used; null where the column's type has none.</param>
/// <param name="IsWhole">A condition that holds where the text is an integer as it would be written; null where the column's type is known.</param>
sealed record EventColumn(string Name, string Sql, Type Type, string? IsBad = null, string? IsWhole = null);
