namespace SqlHarness.Queries;

/// <summary>
/// Registers a query for all purposes: proof, conformance, printing, verification. It stands on a public static method from <see cref="IQueryable{T}"/>s to an
/// <see cref="IQueryable{T}"/>, and names the reference: a static method from <see cref="IReadOnlyList{T}"/>s of the same rows to an <see cref="IEnumerable{T}"/> of the same results.
/// </summary>
/// <param name="name">The query's name, in snake case; files and reports are called by it.</param>
/// <param name="referenceType">The class that holds the reference; without one, other claims must prove the query.</param>
/// <param name="referenceMethod">The reference's name; by default the query method's own.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QueryAttribute(string name, Type? referenceType = null, string? referenceMethod = null) : Attribute
{
    /// <summary>The query's name.</summary>
    public string Name { get; } = name;

    /// <summary>The class that holds the reference.</summary>
    public Type? ReferenceType { get; } = referenceType;

    /// <summary>The reference's name; null for the query method's own.</summary>
    public string? ReferenceMethod { get; } = referenceMethod;
}
