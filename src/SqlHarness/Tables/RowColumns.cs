using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SqlHarness.Tables;

/// <summary>The columns of a row type: its public properties in the order of their declaration, nested objects flattened to theirs.</summary>
public static class RowColumns
{
    static readonly ConditionalWeakTable<Type, IReadOnlyList<RowColumn>> Known = [];

    /// <summary>The columns of a record, class, tuple or anonymous type. A single value is one column named <c>Value</c>.</summary>
    /// <exception cref="ArgumentException">The type contains itself, so that it has no finite list of columns, or has no column at all.</exception>
    public static IReadOnlyList<RowColumn> Of(Type rowType) => Known.GetValue(rowType, Found);

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">There is none; the message says what it was for, suggests the nearest and lists those there are.</exception>
    internal static int IndexOf(IReadOnlyList<RowColumn> columns, string name, string purpose)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
                return i;
        }

        var names = columns.Select(c => c.Name).ToList();
        var nearest = NearestName.Of(name, names) is { } meant ? $", did you mean {meant}?" : ";";
        throw new ArgumentException($"No column {name} {purpose}{nearest} there are {string.Join(", ", names)}.", nameof(name));
    }

    static IReadOnlyList<RowColumn> Found(Type rowType)
    {
        if (IsLeaf(rowType))
            return [new("Value", rowType, row => row)];
        var leaves = Leaves(rowType, [], [], row => row).ToList();
        if (leaves.Count == 0)
            throw new ArgumentException($"{rowType.Name} has no public property to compare.", nameof(rowType));
        var shared = leaves.GroupBy(l => l.Path[^1].Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. leaves.Select(l => new RowColumn(shared.Contains(l.Path[^1].Name) ? Text(l.Path) : l.Path[^1].Name, l.Type, l.ValueOf) { Path = l.Path })];
    }

    static IEnumerable<(MemberInfo[] Path, Type Type, Func<object?, object?> ValueOf)> Leaves(Type type, MemberInfo[] path, Type[] within, Func<object?, object?> get)
    {
        if (Array.IndexOf(within, type) >= 0)
            throw new ArgumentException($"{type.Name} contains itself, at {Text(path)}.", nameof(type));
        foreach (var (member, memberType, read) in Members(type))
        {
            object? Value(object? row) => get(row) is { } owner ? read(owner) : null;
            MemberInfo[] here = [.. path, member];
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
    static IEnumerable<(MemberInfo Member, Type Type, Func<object, object?> Read)> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .Select(p => ((MemberInfo)p, p.PropertyType, (Func<object, object?>)p.GetValue))
            .Concat(type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
                ? type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => ((MemberInfo)f, f.FieldType, (Func<object, object?>)f.GetValue))
                : []);

    static string Text(MemberInfo[] path) => string.Join('.', path.Select(m => m.Name));

    static bool IsLeaf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return KeyParts.IsScalar(plain) || plain == typeof(object) || plain.IsInterface || typeof(IEnumerable).IsAssignableFrom(plain);
    }
}
