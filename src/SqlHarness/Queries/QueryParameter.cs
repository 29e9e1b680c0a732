namespace SqlHarness.Queries;

/// <summary>A value that a registered query takes beside its tables.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="HasValue">Whether it has a value: C#'s default, or one that was given.</param>
/// <param name="Value">The value.</param>
public sealed record QueryParameter(string Name, Type Type, bool HasValue, object? Value);
