namespace SqlHarness.Tables;

/// <summary>What is stated or was discovered of a column of a table that is known only by its name.</summary>
/// <param name="Name">The name in SQL, unquoted.</param>
/// <param name="Type">The type of its values in C#, without <see cref="Nullable{T}"/>.</param>
/// <param name="IsNullable">Whether it can be NULL.</param>
/// <param name="DatabaseType">The type as the engine calls it, if an engine was asked.</param>
public sealed record ColumnType(string Name, Type Type, bool IsNullable = true, string? DatabaseType = null);
