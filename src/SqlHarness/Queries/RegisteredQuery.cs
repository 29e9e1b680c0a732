using System.Collections;
using System.Reflection;
using SqlHarness.Tables;

namespace SqlHarness.Queries;

/// <summary>A query found by its <see cref="QueryAttribute"/>, with what it reads, what it returns and what it should mean.</summary>
public sealed class RegisteredQuery
{
    static readonly Type[] ValueTypes = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(DateTime), typeof(TimeSpan), typeof(Guid)];

    readonly MethodInfo _query;
    readonly MethodInfo? _reference;

    RegisteredQuery(string name, MethodInfo query, MethodInfo? reference, IReadOnlyList<Type> inputs, IReadOnlyList<QueryParameter> parameters, Type result) =>
        (Name, _query, _reference, Inputs, Parameters, Result) = (name, query, reference, inputs, parameters, result);

    /// <summary>The query's name, unique in its assembly.</summary>
    public string Name { get; }

    /// <summary>The row types of its input tables, in order.</summary>
    public IReadOnlyList<Type> Inputs { get; }

    /// <summary>The values that it takes behind its tables, in order.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; }

    /// <summary>The row type of its result.</summary>
    public Type Result { get; }

    /// <summary>Whether a reference was registered with it.</summary>
    public bool HasReference => _reference is not null;

    /// <summary>The query as C# names it, with its parameters' values.</summary>
    internal string Code => Named(_query);

    /// <summary>The reference, alike.</summary>
    internal string ReferenceCode => _reference is null ? "" : Named(_reference);

    string Named(MethodInfo method)
    {
        var name = $"{TypeText.Of(method.DeclaringType!)}.{method.Name}";
        var tables = string.Join(", ", Inputs.Select((_, i) => $"t{i + 1}"));
        return Parameters.Count == 0 ? name : $"({tables}) => {name}({tables}, {string.Join(", ", Parameters.Select(p => $"{p.Name}: {p.Value ?? "null"}"))})";
    }

    /// <summary>The query with values for some or all of its parameters.</summary>
    /// <exception cref="QueryRegistrationException">There is no such parameter, or the value is of another type; the message names it.</exception>
    public RegisteredQuery With(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var unknown in values.Keys.Where(k => Parameters.All(p => p.Name != k)))
        {
            throw new QueryRegistrationException($"Query {Name} has no parameter {unknown}" + (Parameters.Count == 0 ? "." : NearestName.Of(unknown, Parameters.Select(p => p.Name)) is { } near
                ? $"; {near} is probably meant." : $"; it has {string.Join(", ", Parameters.Select(p => p.Name))}."));
        }

        return new(Name, _query, _reference, Inputs, [.. Parameters.Select(p => values.TryGetValue(p.Name, out var value) ? Given(p, value) : p)], Result);
    }

    /// <summary>The query over tables, one for each of <see cref="Inputs"/>.</summary>
    /// <exception cref="QueryRegistrationException">A parameter has no value; the message names it.</exception>
    public IQueryable Over(params IReadOnlyList<IQueryable> tables) =>
        (IQueryable)_query.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. tables, .. Values()], null)!;

    /// <summary>The reference's answer over rows, one list for each of <see cref="Inputs"/>.</summary>
    /// <exception cref="InvalidOperationException">No reference was registered.</exception>
    /// <exception cref="QueryRegistrationException">A parameter has no value; the message names it.</exception>
    public IEnumerable Reference(params IReadOnlyList<IEnumerable> rows) => _reference is null
        ? throw new InvalidOperationException($"Query {Name} has no reference.")
        : (IEnumerable)_reference.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. rows, .. Values()], null)!;

    object?[] Values() => [.. Parameters.Select(p => p.HasValue ? p.Value
        : throw new QueryRegistrationException($"Query {Name} needs a value for its parameter {p.Name}, {Article(p.Type)}."))];

    QueryParameter Given(QueryParameter parameter, object? value) => Fits(parameter.Type, value)
        ? parameter with { HasValue = true, Value = value }
        : throw new QueryRegistrationException($"Parameter {parameter.Name} of query {Name} must be {Article(parameter.Type)}, but is {value ?? "NULL"}.");

    static bool Fits(Type type, object? value) => value is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(value);

    static string Article(Type type) => "aeiou".Contains(char.ToLowerInvariant(TypeText.Of(type)[0])) ? $"an {TypeText.Of(type)}" : $"a {TypeText.Of(type)}";

    /// <summary>All registered queries of an assembly, by name.</summary>
    /// <exception cref="QueryRegistrationException">A registered method is no query, its reference does not fit, or a name stands twice.</exception>
    public static IReadOnlyList<RegisteredQuery> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return In(assembly.GetExportedTypes());
    }

    internal static IReadOnlyList<RegisteredQuery> In(IEnumerable<Type> types)
    {
        var queries = types
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
        var all = method.GetParameters();
        var tables = all.TakeWhile(p => Element(p.ParameterType, typeof(IQueryable<>)) is not null).ToArray();
        var result = Element(method.ReturnType, typeof(IQueryable<>));
        var values = all[tables.Length..];
        if (!method.IsStatic || !method.IsPublic || method.IsGenericMethod || tables.Length == 0 || result is null || Array.Exists(values, p => !IsValue(p.ParameterType)))
            throw new QueryRegistrationException($"Query {attribute.Name} must be a public static method from IQueryables, and values behind them, to an IQueryable, but is {Said(method)}.");
        var inputs = tables.Select(p => Element(p.ParameterType, typeof(IQueryable<>))!).ToArray();
        var parameters = values.Select(p => new QueryParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null)).ToArray();
        return new(attribute.Name, method, ReferenceOf(method, attribute, inputs, [.. values.Select(p => p.ParameterType)], result), inputs, parameters, result);
    }

    static bool IsValue(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsEnum || ValueTypes.Contains(plain));

    static MethodInfo? ReferenceOf(MethodInfo query, QueryAttribute attribute, Type[] inputs, Type[] values, Type result)
    {
        if (attribute.ReferenceType is null)
            return null;
        var name = attribute.ReferenceMethod ?? query.Name;
        Type[] parameters = [.. inputs.Select(i => typeof(IReadOnlyList<>).MakeGenericType(i)), .. values];
        var reference = attribute.ReferenceType.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters);
        if (reference is null || !typeof(IEnumerable<>).MakeGenericType(result).IsAssignableFrom(reference.ReturnType))
        {
            throw new QueryRegistrationException($"Query {attribute.Name} needs as its reference a public static method IEnumerable<{result.Name}> {attribute.ReferenceType.Name}.{name}("
                + $"{string.Join(", ", inputs.Select(i => $"IReadOnlyList<{i.Name}>").Concat(values.Select(TypeText.Of)))}).");
        }

        return reference;
    }

    static Type? Element(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[0] : null;

    static string Said(MethodInfo method) => $"{method.DeclaringType?.Name}.{method.Name}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
