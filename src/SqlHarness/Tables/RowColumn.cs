using System.Reflection;

namespace SqlHarness.Tables;

/// <summary>A column of a row type.</summary>
/// <param name="Name">The property's name; with its path where two properties share a name: <c>Event.Id</c>.</param>
/// <param name="Type">The declared type.</param>
/// <param name="ValueOf">The value in a row; NULL where the nested object is.</param>
public sealed record RowColumn(string Name, Type Type, Func<object?, object?> ValueOf)
{
    /// <summary>The members that lead from a row to the value; none where the row is the value.</summary>
    internal IReadOnlyList<MemberInfo> Path { get; init; } = [];
}
