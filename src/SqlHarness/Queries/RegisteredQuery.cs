using System.Collections;
using System.Reflection;

namespace SqlHarness.Queries;

/// <summary>A query found by its <see cref="QueryAttribute"/>, with what it reads, what it returns and what it should mean.</summary>
public sealed class RegisteredQuery
{
    readonly MethodInfo _query;
    readonly MethodInfo? _reference;

    RegisteredQuery(string name, MethodInfo query, MethodInfo? reference, IReadOnlyList<Type> inputs, Type result) =>
        (Name, _query, _reference, Inputs, Result) = (name, query, reference, inputs, result);

    /// <summary>The query's name, unique in its assembly.</summary>
    public string Name { get; }

    /// <summary>The row types of its input tables, in order.</summary>
    public IReadOnlyList<Type> Inputs { get; }

    /// <summary>The row type of its result.</summary>
    public Type Result { get; }

    /// <summary>Whether a reference was registered with it.</summary>
    public bool HasReference => _reference is not null;

    /// <summary>The query over tables, one for each of <see cref="Inputs"/>.</summary>
    public IQueryable Over(params IReadOnlyList<IQueryable> tables) => (IQueryable)_query.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. tables], null)!;

    /// <summary>The reference's answer over rows, one list for each of <see cref="Inputs"/>.</summary>
    /// <exception cref="InvalidOperationException">No reference was registered.</exception>
    public IEnumerable Reference(params IReadOnlyList<IEnumerable> rows) => _reference is null
        ? throw new InvalidOperationException($"Query {Name} has no reference.")
        : (IEnumerable)_reference.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. rows], null)!;

    /// <summary>All registered queries of an assembly, by name.</summary>
    /// <exception cref="QueryRegistrationException">A registered method is no query, its reference does not fit, or a name stands twice.</exception>
    public static IReadOnlyList<RegisteredQuery> In(Assembly assembly)
    {
        var queries = assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(m => (Method: m, Attribute: m.GetCustomAttribute<QueryAttribute>()))
            .Where(m => m.Attribute is not null)
            .Select(m => From(m.Method, m.Attribute!))
            .OrderBy(q => q.Name, StringComparer.Ordinal).ToList();
        foreach (var twice in queries.GroupBy(q => q.Name).Where(g => g.Count() > 1))
            throw new QueryRegistrationException($"Query {twice.Key} is registered {twice.Count()} times, by {string.Join(" and ", twice.Select(q => Said(q._query)))}: names are unique.");
        return queries;
    }

    static RegisteredQuery From(MethodInfo method, QueryAttribute attribute)
    {
        var inputs = method.GetParameters().Select(p => Element(p.ParameterType, typeof(IQueryable<>))).ToArray();
        var result = Element(method.ReturnType, typeof(IQueryable<>));
        if (!method.IsStatic || !method.IsPublic || method.IsGenericMethod || inputs.Length == 0 || result is null || Array.Exists(inputs, i => i is null))
            throw new QueryRegistrationException($"Query {attribute.Name} must be a public static method from IQueryables to an IQueryable, but is {Said(method)}.");
        return new(attribute.Name, method, ReferenceOf(method, attribute, inputs!, result), inputs!, result);
    }

    static MethodInfo? ReferenceOf(MethodInfo query, QueryAttribute attribute, Type[] inputs, Type result)
    {
        if (attribute.ReferenceType is null)
            return null;
        var name = attribute.ReferenceMethod ?? query.Name;
        var lists = inputs.Select(i => typeof(IReadOnlyList<>).MakeGenericType(i)).ToArray();
        var reference = attribute.ReferenceType.GetMethod(name, BindingFlags.Public | BindingFlags.Static, lists);
        if (reference is null || !typeof(IEnumerable<>).MakeGenericType(result).IsAssignableFrom(reference.ReturnType))
        {
            throw new QueryRegistrationException($"Query {attribute.Name} needs as its reference a public static method "
                + $"IEnumerable<{result.Name}> {attribute.ReferenceType.Name}.{name}({string.Join(", ", inputs.Select(i => $"IReadOnlyList<{i.Name}>"))}).");
        }

        return reference;
    }

    static Type? Element(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[0] : null;

    static string Said(MethodInfo method) => $"{method.DeclaringType?.Name}.{method.Name}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
