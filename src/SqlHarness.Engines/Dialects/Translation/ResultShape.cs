using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using LinqToDB.Mapping;
using SqlHarness.Engines.Dialects.Printing;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>
/// The columns of a result: its members, and theirs where they are rows themselves, in the order of their declaration. A column is called as <c>[Column("name")]</c> says, or as the
/// member; where two would be called alike, by the members on the way to them.
/// </summary>
sealed partial class ResultShape
{
    const string Row = "result_row";

    readonly PropertyInfo[][] _paths;

    ResultShape(PropertyInfo[][] paths, IReadOnlyList<string> names, IReadOnlyList<Type> types, LambdaExpression projection) =>
        (_paths, Names, Types, Projection) = (paths, names, types, projection);

    /// <summary>The columns' names, by number.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Their types, without Nullable.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>From a result to its marked columns.</summary>
    public LambdaExpression Projection { get; }

    /// <exception cref="DialectException">A member cannot be a column.</exception>
    public static ResultShape Of(Type result, ColumnNaming naming)
    {
        var row = Expression.Parameter(result, Row);
        var columns = KeyParts.IsScalar(result) ? [new([], row)] : Columns(row, []).ToList();
        if (columns.Count == 0)
            throw new DialectException($"{result.Name} has no member that could be a column.");
        var marked = columns.Select((c, i) => (Expression)Expression.Convert(OutputColumn.Mark(c.Value, i), typeof(object)));
        return new([.. columns.Select(c => c.Path)], Called(columns, naming), [.. columns.Select(c => Nullable.GetUnderlyingType(c.Value.Type) ?? c.Value.Type)],
            Expression.Lambda(Expression.NewArrayInit(typeof(object), marked), row));
    }

    /// <summary>The columns of a result that is at hand.</summary>
    public object?[] Read(object? row) => [.. _paths.Select(path => path.Aggregate(row, (value, member) => value is null ? null : member.GetValue(value)))];

    /// <summary>What linq2db's message means where it looked in vain for a member of the result; null where it means something else.</summary>
    public static string? Unassigned(string message) => MissingMember().Match(message) is { Success: true, Groups: [_, var member] }
        ? $"The query does not set {member.Value} of its result, which is a column: set it, be it to NULL, or mark the property [NotColumn]." : null;

    static IEnumerable<Column> Columns(Expression row, PropertyInfo[] path)
    {
        foreach (var member in Members(row.Type))
        {
            var (value, way) = (Expression.Property(row, member), (PropertyInfo[])[.. path, member]);
            if (KeyParts.IsScalar(member.PropertyType))
                yield return new(way, value);
            else if (path.Any(p => p.PropertyType == member.PropertyType) || typeof(System.Collections.IEnumerable).IsAssignableFrom(member.PropertyType))
                throw new DialectException($"{string.Join('.', way.Select(p => p.Name))} of {way[0].DeclaringType!.Name} cannot be a column: it is a {member.PropertyType.Name}.");
            else
                foreach (var inner in Columns(value, way))
                    yield return inner;
        }
    }

    // What can be written, and what a constructor's parameter gives; what C# computes from others is no column.
    static IEnumerable<PropertyInfo> Members(Type type)
    {
        var given = type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(NotColumnAttribute), true) && (p.CanWrite || given.Contains(p.Name)))
            .OrderBy(p => p.DeclaringType == type).ThenBy(p => p.MetadataToken);
    }

    static string[] Called(List<Column> columns, ColumnNaming naming)
    {
        var names = columns.Select(c => c.Path.Length == 0 ? "value" : Name(c.Path[^1], naming)).ToArray();
        foreach (var alike in Enumerable.Range(0, names.Length).GroupBy(i => names[i], StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).ToList())
        {
            foreach (var i in alike)
                names[i] = string.Join('_', columns[i].Path.Select(p => Name(p, naming)));
        }

        return names;
    }

    static string Name(PropertyInfo member, ColumnNaming naming) =>
        member.GetCustomAttribute<ColumnAttribute>()?.Name ?? (naming == ColumnNaming.SnakeCase ? ColumnNames.SnakeCase(member.Name) : member.Name);

    [GeneratedRegex($@"'{Row}\.([\w.]+)' could not be converted to SQL")]
    private static partial Regex MissingMember();

    sealed record Column(PropertyInfo[] Path, Expression Value);
}
