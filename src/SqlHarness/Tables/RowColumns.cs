using System.Collections;
using System.Reflection;

namespace SqlHarness.Tables;

/// <summary>The columns of a row type: its public properties in the order of their declaration, nested objects flattened to theirs.</summary>
public static class RowColumns
{
    /// <summary>The columns of a record, class, tuple or anonymous type. A single value is one column named <c>Value</c>.</summary>
    /// <exception cref="ArgumentException">The type contains itself, so that it has no finite list of columns, or has no column at all.</exception>
    public static IReadOnlyList<RowColumn> Of(Type rowType)
    {
        if (IsLeaf(rowType))
            return [new("Value", rowType, row => row)];
        var leaves = Leaves(rowType, [], [], row => row).ToList();
        if (leaves.Count == 0)
            throw new ArgumentException($"{rowType.Name} has no public property to compare.", nameof(rowType));
        var shared = leaves.GroupBy(l => l.Path[^1]).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. leaves.Select(l => new RowColumn(shared.Contains(l.Path[^1]) ? string.Join('.', l.Path) : l.Path[^1], l.Type, l.ValueOf))];
    }

    static IEnumerable<(string[] Path, Type Type, Func<object?, object?> ValueOf)> Leaves(Type type, string[] path, Type[] within, Func<object?, object?> get)
    {
        if (Array.IndexOf(within, type) >= 0)
            throw new ArgumentException($"{type.Name} contains itself, at {string.Join('.', path)}.", nameof(type));
        foreach (var (name, memberType, read) in Members(type))
        {
            object? Value(object? row) => get(row) is { } owner ? read(owner) : null;
            string[] here = [.. path, name];
            if (IsLeaf(memberType))
                yield return (here, memberType, Value);
            else
            {
                foreach (var leaf in Leaves(memberType, here, [.. within, type], Value))
                    yield return leaf;
            }
        }
    }

    // Value tuples keep their items in fields.
    static IEnumerable<(string Name, Type Type, Func<object, object?> Read)> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .Select(p => (p.Name, p.PropertyType, (Func<object, object?>)p.GetValue))
            .Concat(type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
                ? type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (f.Name, f.FieldType, (Func<object, object?>)f.GetValue))
                : []);

    static bool IsLeaf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return KeyParts.IsScalar(plain) || plain == typeof(object) || plain.IsInterface || typeof(IEnumerable).IsAssignableFrom(plain);
    }
}
